using Assistant.Benchmarks.Drivers;
using Assistant.Benchmarks.Load;
using Assistant.Inference.Native;
using Assistant.Inference.Runtime;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.Benchmarks.Scenarios;

/// <summary>
/// The ceiling: sequences computed by a plain loop around llama_decode, and then the same prompts by an engine that has
/// just been started, without prompt lookup.
/// </summary>
internal sealed class RawLoopScenario(int users) : IScenario
{
    public string Name => $"raw_loop_{users}";

    public bool Fits(BenchmarkOptions options) => options.Driver == "engine";

    public async Task<Measurement> RunAsync(Target target, PromptWriter prompts, CancellationToken cancellationToken)
    {
        var texts = Enumerable.Range(0, users).Select(_ => prompts.Question()).ToList();
        var looped = await Task.Run(() => Loop(target, texts), cancellationToken);
        var engine = await EngineAsync(target, texts, cancellationToken);
        looped["engine_tokens_per_s"] = engine["tokens_per_s"];
        looped["engine_ttft_p50_ms"] = engine["ttft_p50_ms"];
        looped["engine_ttft_p95_ms"] = engine["ttft_p95_ms"];
        looped["engine_itl_p50_ms"] = engine["itl_p50_ms"];
        looped["engine_itl_p95_ms"] = engine["itl_p95_ms"];
        looped["engine_process_cpu_ms"] = engine["process_cpu_ms"];
        looped["engine_vs_loop"] = engine["tokens_per_s"] / looped["tokens_per_s"];
        looped["engine_vs_loop_cpu"] = looped["process_cpu_ms"] / engine["process_cpu_ms"];
        return looped;
    }

    private Measurement Loop(Target target, IReadOnlyList<string> texts)
    {
        var engine = target.Options.Engine;
        using var model = RuntimeFactory.Create(engine, NullLoggerFactory.Instance).Load(target.Models.Base!, new ModelSettings(engine.GpuLayers));
        using var adapter = target.Adapter(0, 1) is { } index ? model.LoadAdapter(target.Models.Adapters[index].File!) : null;
        using var context = model.CreateContext(new ContextSettings(
            engine.ContextTokens, engine.BatchTokens, users, engine.Threads, engine.KeyValueType, engine.FlashAttention));
        context.SetAdapters(adapter is null ? [] : [new ScaledAdapter(adapter, 1)]);
        var loop = new DecodeLoop(context);
        var tokenized = texts.Select(t => model.Vocabulary.Tokenize(t, addSpecial: true, parseSpecial: false)).ToList();
        loop.Run([tokenized[0][..20]], 4, [new Recording()]);

        var clock = new Clock();
        var recordings = texts.Select(_ => new Recording()).ToList();
        loop.Run(tokenized, target.Options.Tokens, recordings);
        return Measurement.Of(users, clock, recordings, recordings);
    }

    private async Task<Measurement> EngineAsync(Target target, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        await using var driver = await EngineDriver.OpenAsync(target.Options.Engine, target.Models, cancellationToken);
        await driver.WarmUpAsync(target.Models, cancellationToken);
        var clock = new Clock();
        var recordings = await Task.WhenAll(texts.Select(async (text, i) =>
        {
            var recording = new Recording();
            await driver.GenerateAsync(
                new LoadRequest(new Prompt(text), target.Adapter(0, 1), target.Options.Tokens, Lookup: false, $"user{i}"), recording, cancellationToken);
            return recording;
        }));
        return Measurement.Of(users, clock, recordings, recordings);
    }
}
