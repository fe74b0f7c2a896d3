using Assistant.Inference.Generation;
using System.Diagnostics;
using Assistant.Inference.Runtime;

namespace Assistant.Inference.Tests.Runtime;

public abstract partial class RuntimeConformanceTests
{
    [Fact]
    public void Dispose_OfManyContexts_GivesTheirMemoryBack()
    {
        var model = Load(files.Base);

        Growth(200, () => model.CreateContext(new ContextSettings(1024, 512, 4, Threads: 1)).Dispose()).ShouldBeLessThan(64);
    }

    [Fact]
    public void Dispose_OfManyAdapters_GivesTheirMemoryBack()
    {
        var model = Load(files.Base);
        // Two megabytes each: more than what earlier tests have freed could hide.
        var file = files.WriteAdapter(RuntimeFiles.FirstOptions with { Rank = 256 });

        Growth(200, () => model.LoadAdapter(file).Dispose()).ShouldBeLessThan(64);
    }

    [Fact]
    public void Dispose_OfManySamplers_GivesTheirMemoryBack()
    {
        var model = Load(files.Base);
        var bias = Enumerable.Range(0, model.Vocabulary.Size).ToDictionary(t => t, _ => 1f);
        var logits = RandomLogits(model, 1);

        Growth(
            10_000,
            () =>
            {
                using var sampler = model.CreateSampler(new SamplingParameters { Temperature = 1, RepeatPenalty = 1.1f, Grammar = "root ::= [a-z]+", LogitBias = bias });
                sampler.Sample(logits);
            }).ShouldBeLessThan(32);
    }

    /// <summary>How much the process's memory grows over the repetitions, after a tenth of them to warm up (MiB).</summary>
    private static double Growth(int repetitions, Action action)
    {
        using var process = Process.GetCurrentProcess();
        for (var i = 0; i < repetitions / 10; i++)
        {
            action();
        }

        var before = Measure();
        for (var i = 0; i < repetitions; i++)
        {
            action();
        }

        return (Measure() - before) / (1024.0 * 1024.0);

        long Measure()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            process.Refresh();
            return process.WorkingSet64;
        }
    }
}
