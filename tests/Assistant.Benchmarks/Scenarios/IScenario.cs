using Assistant.Benchmarks.Drivers;
using Assistant.Benchmarks.Load;
using Assistant.TestKit.Models;

namespace Assistant.Benchmarks.Scenarios;

/// <summary>A load as it occurs in use.</summary>
internal interface IScenario
{
    string Name { get; }

    /// <summary>What a model of random weights should say in it.</summary>
    ModelSpeech Speech => ModelSpeech.Random;

    /// <summary>False where it cannot be run.</summary>
    bool Fits(BenchmarkOptions options) => true;

    Task<Measurement> RunAsync(Target target, PromptWriter prompts, CancellationToken cancellationToken);
}
