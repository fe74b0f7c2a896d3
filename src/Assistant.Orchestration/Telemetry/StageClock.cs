using Assistant.Core.Audit;

namespace Assistant.Orchestration.Telemetry;

/// <summary>Times the stages of one answer, and opens a span for each.</summary>
internal sealed class StageClock(PipelineTelemetry telemetry, TimeProvider time)
{
    private readonly long started = time.GetTimestamp();
    private readonly List<StageTiming> timings = [];

    public IReadOnlyList<StageTiming> Timings => [.. timings];

    /// <summary>The stage that was entered last, for error reports.</summary>
    public string Current { get; private set; } = "start";

    public TimeSpan Elapsed => time.GetElapsedTime(started);

    public async Task<T> MeasureAsync<T>(string stage, Func<Task<T>> run)
    {
        Current = stage;
        using var activity = telemetry.StartStage(stage);
        var from = time.GetTimestamp();
        var result = await run().ConfigureAwait(false);
        Add(stage, time.GetElapsedTime(from));
        return result;
    }

    public T Measure<T>(string stage, Func<T> run)
    {
        Current = stage;
        using var activity = telemetry.StartStage(stage);
        var from = time.GetTimestamp();
        var result = run();
        Add(stage, time.GetElapsedTime(from));
        return result;
    }

    /// <summary>Adds the time from the start of the answer until now, the first time it is called for a mark.</summary>
    public void Mark(string mark)
    {
        if (timings.All(t => t.Stage != mark))
        {
            Add(mark, Elapsed);
        }
    }

    private void Add(string stage, TimeSpan duration)
    {
        timings.Add(new StageTiming(stage, duration.TotalMilliseconds));
        telemetry.StageEnded(stage, duration.TotalMilliseconds);
    }
}
