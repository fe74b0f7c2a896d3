using Assistant.Inference;
using Assistant.Inference.Native;
using Assistant.Inference.Runtime;
using Assistant.TestKit.Models;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.Benchmarks.Models;

/// <summary>The base and the adapters that a benchmark runs with.</summary>
/// <param name="Base">Null where only the server has it.</param>
/// <param name="EndTokens">Tokens that end a generation and that the model might say.</param>
/// <param name="Cycle">The text that the model quotes; null for models that say what they like.</param>
internal sealed record ModelFiles(
    string Description, string? Base, IReadOnlyList<(string Name, string? File)> Adapters, IReadOnlyList<int> EndTokens, IReadOnlyList<int>? Cycle)
{
    private static readonly string[] Names = ["hr@1", "it@1", "legal@1", "travel@1"];

    /// <summary>The given files, or random ones of the given speech: they are written once and kept with the system's temporary files.</summary>
    public static ModelFiles Prepare(BenchmarkOptions options, ModelSpeech speech)
    {
        if (options.Base is not null || options.Url is not null)
        {
            var name = options.Base is null ? "remote" : Path.GetFileNameWithoutExtension(options.Base);
            return new(name, options.Base, options.Adapters, options.Base is null ? [] : FindEndTokens(options.Base), null);
        }

        var model = options.Tiny ? new TinyModelOptions { Speech = speech, Context = 8192, Vocabulary = Vocabularies.Bpe() } : LargeRandomModel.Options(speech: speech);
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "assistant-benchmark-models"));
        string Cached(string file, Action<string> write) => WriteOnce(Path.Combine(folder.FullName, $"{model.Name}-{file}.gguf"), write);
        var path = Cached($"{speech}", target => TinyModel.Write(target, model));
        var adapters = Names.Select((name, i) => (name, (string?)Cached(
            $"{i + 1}", target => TinyAdapter.Write(target, model, options.Tiny ? new TinyAdapterOptions { Seed = i + 1 } : LargeRandomModel.Adapter(i + 1)))));
        // Random models never say a control token: nothing has to be forbidden.
        return new(model.Name, path, [.. adapters], [], speech == ModelSpeech.Successor ? TinyModel.SuccessorCycle(model) : null);
    }

    /// <summary>The engine's settings with these files.</summary>
    public InferenceOptions Settings(InferenceOptions engine) => engine with { Model = Base, Adapters = Adapters.ToDictionary(a => a.Name, a => a.File!) };

    private static string WriteOnce(string path, Action<string> write)
    {
        if (!File.Exists(path))
        {
            Console.Error.WriteLine($"Writing {path}");
            // A run that is stopped must not leave half a file behind.
            var unfinished = $"{path}.{Environment.ProcessId}";
            write(unfinished);
            File.Move(unfinished, path, overwrite: true);
        }

        return path;
    }

    private static IReadOnlyList<int> FindEndTokens(string path)
    {
        using var model = RuntimeFactory.Create(new InferenceOptions { Backend = "cpu" }, NullLoggerFactory.Instance).Load(path, new ModelSettings(GpuLayers: 0));
        return [.. Enumerable.Range(0, model.Vocabulary.Size).Where(model.Vocabulary.EndsGeneration)];
    }
}
