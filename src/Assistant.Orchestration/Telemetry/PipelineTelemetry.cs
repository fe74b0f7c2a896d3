using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Assistant.Orchestration.Telemetry;

/// <summary>The trace of a question (one activity, a child per stage) and the stage metrics.</summary>
public sealed class PipelineTelemetry : IDisposable
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "Assistant";

    private readonly ActivitySource source = new(Name);
    private readonly Meter meter = new(Name);
    private readonly Histogram<double> stages;
    private readonly Counter<long> outcomes;

    public PipelineTelemetry()
    {
        stages = meter.CreateHistogram<double>("assistant.stage.duration", "ms", "Time per pipeline stage.");
        outcomes = meter.CreateCounter<long>("assistant.answers", "{answer}", "Answers by outcome.");
    }

    internal Activity? StartQuestion(Guid turnId)
    {
        var activity = source.StartActivity("question");
        activity?.SetTag("assistant.turn", turnId);
        return activity;
    }

    internal Activity? StartStage(string stage) => source.StartActivity(stage);

    internal void StageEnded(string stage, double milliseconds) => stages.Record(milliseconds, new KeyValuePair<string, object?>("stage", stage));

    internal void Answered(string outcome) => outcomes.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Dispose()
    {
        source.Dispose();
        meter.Dispose();
    }
}
