using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using Assistant.Orchestration.Telemetry;

namespace Assistant.Evaluation.Answers;

/// <summary>Listens to the product's own stage metrics.</summary>
internal sealed class StageTimes : IDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> times = new(StringComparer.Ordinal);
    private readonly MeterListener listener = new();

    public StageTimes()
    {
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == PipelineTelemetry.Name && instrument is Histogram<double>)
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, milliseconds, tags, _) =>
        {
            foreach (var (key, value) in tags)
            {
                if (key == "stage" && value is string stage)
                {
                    times.GetOrAdd(stage, _ => []).Add(milliseconds);
                }
            }
        });
        listener.Start();
    }

    /// <summary>Forgets what was measured so far.</summary>
    public void Clear() => times.Clear();

    /// <summary>Per stage: p50 and p95 in milliseconds.</summary>
    public JsonObject ToJson() => new(times
        .OrderBy(t => t.Key, StringComparer.Ordinal)
        .Select(t => KeyValuePair.Create<string, JsonNode?>(t.Key, new JsonObject
        {
            ["p50_ms"] = Percentiles.Of(t.Value, 0.5),
            ["p95_ms"] = Percentiles.Of(t.Value, 0.95),
        })));

    public void Dispose() => listener.Dispose();
}
