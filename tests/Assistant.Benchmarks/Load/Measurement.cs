using System.Text.Json.Nodes;

namespace Assistant.Benchmarks.Load;

/// <summary>The figures of one run of a scenario, by the names they have in the output.</summary>
internal sealed class Measurement
{
    private readonly List<KeyValuePair<string, double>> figures = [];

    /// <summary>What is not a number.</summary>
    public Dictionary<string, string> Notes { get; } = [];

    public double this[string name]
    {
        get => figures.First(f => f.Key == name).Value;
        set => figures.Add(new(name, value));
    }

    /// <param name="timed">Requests whose latencies count.</param>
    /// <param name="all">All requests: tokens and throughput.</param>
    public static Measurement Of(int users, Clock clock, IReadOnlyList<Recording> timed, IReadOnlyList<Recording> all)
    {
        var (wall, processor) = (clock.Wall, clock.Processor);
        var generated = all.Sum(r => r.Counts.Generated);
        return new Measurement
        {
            ["users"] = users,
            ["ttft_p50_ms"] = Percentile(timed.Select(r => r.FirstAfter), 0.5),
            ["ttft_p95_ms"] = Percentile(timed.Select(r => r.FirstAfter), 0.95),
            ["itl_p50_ms"] = Percentile(timed.SelectMany(r => r.Gaps), 0.5),
            ["itl_p95_ms"] = Percentile(timed.SelectMany(r => r.Gaps), 0.95),
            ["tokens_per_s"] = generated / wall.TotalSeconds,
            ["decode_tokens_per_s"] = DecodeRate(timed),
            ["prompt_tokens"] = all.Sum(r => r.Counts.Prompt),
            ["prompt_tokens_reused"] = all.Sum(r => r.Counts.Reused),
            ["generated_tokens"] = generated,
            ["wall_ms"] = wall.TotalMilliseconds,
            ["process_cpu_ms"] = processor.TotalMilliseconds,
            ["drafted"] = all.Sum(r => r.Counts.Drafted),
            ["accepted"] = all.Sum(r => r.Counts.Accepted),
        };
    }

    /// <summary>The median of each figure.</summary>
    public static Measurement Median(IReadOnlyList<Measurement> runs)
    {
        var median = new Measurement();
        foreach (var name in runs[0].figures.Select(f => f.Key))
        {
            median[name] = Percentile(runs.Select(r => r[name]), 0.5);
        }

        foreach (var (name, note) in runs[0].Notes)
        {
            median.Notes[name] = note;
        }

        return median;
    }

    public JsonObject ToJson(string scenario)
    {
        var json = new JsonObject { ["scenario"] = scenario };
        foreach (var (name, value) in figures)
        {
            json[name] = Math.Round(value, 3);
        }

        foreach (var (name, note) in Notes)
        {
            json[name] = note;
        }

        return json;
    }

    /// <summary>Tokens per second of one request after its first piece of output, on average.</summary>
    private static double DecodeRate(IReadOnlyList<Recording> timed)
    {
        var seconds = timed.Sum(r => r.Gaps.Sum()) / 1000;
        return seconds == 0 ? 0 : timed.Sum(r => Math.Max(0, r.Counts.Generated - 1)) / seconds;
    }

    /// <summary>The nearest-rank percentile; 0 without values.</summary>
    /// <param name="share">0–1.</param>
    public static double Percentile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}
