using System.Diagnostics.Metrics;
using Assistant.Inference.Host.Lifetime;
using Assistant.Inference.Status;

namespace Assistant.Inference.Host.Observability;

/// <summary>The engine's figures as instruments; they read its status when they are asked, and give nothing while there is no engine.</summary>
internal sealed class EngineMeter : IDisposable
{
    public const string Name = "Assistant.Inference";

    private const string Prefix = "assistant.inference.";

    private readonly Meter meter;
    private readonly EngineSlot slot;

    public EngineMeter(EngineSlot slot, IMeterFactory meters)
    {
        this.slot = slot;
        meter = meters.Create(Name);
        meter.CreateObservableGauge(Prefix + "ready", () => slot.State is EngineState.Ready ? 1 : 0, description: "1 when requests are served.");

        Gauge("running", s => s.Running, "Requests being computed.");
        Gauge("waiting", s => s.Waiting, "Requests in the queue.");
        Gauge("cache.cells.running", s => s.RunningCells, "Cells of the KV cache held by running requests.");
        Gauge("cache.cells.cached", s => s.CachedCells, "Cells of the KV cache held by cached prefixes.");
        Gauge("cache.cells.total", s => s.TotalCells, "Cells of the KV cache.");
        Gauge("cache.prefixes", s => s.CachedPrefixes, "Prefixes in the KV cache.");
        Gauge("cache.host.bytes", s => s.HostCacheBytes, "Host memory of prefixes that left the KV cache.");

        Counter("requests", c => c.Requests, "Requests accepted.");
        Counter("refused", c => c.Refused, "Requests refused because the queue was full.");
        Counter("cancelled", c => c.Cancelled, "Requests cancelled.");
        Counter("failed", c => c.Failed, "Requests that failed.");
        Counter("tokens.prompt", c => c.PromptTokens, "Prompt tokens.");
        Counter("tokens.reused", c => c.ReusedTokens, "Prompt tokens taken from the prefix cache.");
        Counter("tokens.generated", c => c.GeneratedTokens, "Tokens generated.");
        Counter("tokens.drafted", c => c.DraftedTokens, "Tokens proposed by prompt lookup.");
        Counter("tokens.accepted", c => c.AcceptedTokens, "Proposed tokens that were right.");
        Counter("steps", c => c.Steps, "Decodes.");
        Counter("group.switches", c => c.GroupSwitches, "Changes of the adapter set.");
        Counter("preemptions", c => c.Preemptions, "Running requests set back for lack of room.");
        Counter("cache.evictions", c => c.Evictions, "Prefixes that left the KV cache.");
        Counter("cache.restores", c => c.Restores, "Prefixes that came back into the KV cache.");
        meter.CreateObservableCounter(Prefix + "busy", () => Read(s => s.Counters.BusySeconds), "s", "Time spent computing.");

        PerAdapter("adapter.requests", t => t.Requests, "Requests per adapter set.");
        PerAdapter("adapter.tokens.generated", t => t.GeneratedTokens, "Tokens generated per adapter set.");
    }

    public void Dispose() => meter.Dispose();

    private void Gauge(string name, Func<EngineStatus, long> read, string description) =>
        meter.CreateObservableGauge(Prefix + name, () => Read(read), description: description);

    private void Counter(string name, Func<EngineCounters, long> read, string description) =>
        meter.CreateObservableCounter(Prefix + name, () => Read(s => read(s.Counters)), description: description);

    private void PerAdapter(string name, Func<AdapterTraffic, long> read, string description) =>
        meter.CreateObservableCounter(
            Prefix + name,
            () => Status is { } status ? status.Traffic.Select(t => new Measurement<long>(read(t), new KeyValuePair<string, object?>("adapters", t.Adapters))) : [],
            description: description);

    private IEnumerable<Measurement<T>> Read<T>(Func<EngineStatus, T> read)
        where T : struct => Status is { } status ? [new(read(status))] : [];

    private EngineStatus? Status => slot.State is EngineState.Ready { Engines.Generation: { } engine } ? engine.Status : null;
}
