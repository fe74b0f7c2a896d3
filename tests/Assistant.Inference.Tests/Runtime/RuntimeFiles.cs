using Assistant.TestKit.Models;

namespace Assistant.Inference.Tests.Runtime;

/// <summary>Model files that every runtime is tried on, written once for a test class.</summary>
public sealed class RuntimeFiles : IDisposable
{
    public static readonly TinyModelOptions ModelOptions = new() { Seed = 31 };
    public static readonly TinyAdapterOptions FirstOptions = new() { Seed = 32, Name = "first" };
    public static readonly TinyAdapterOptions SecondOptions = new() { Seed = 33, Name = "second", Rank = 8, Alpha = 4 };

    private readonly string folder = Directory.CreateTempSubdirectory("assistant-runtime-").FullName;

    public RuntimeFiles()
    {
        Base = TinyModel.Write(Path("base"), ModelOptions);
        First = TinyAdapter.Write(Path("first"), ModelOptions, FirstOptions);
        Second = TinyAdapter.Write(Path("second"), ModelOptions, SecondOptions);
    }

    public string Base { get; }

    public string First { get; }

    public string Second { get; }

    public string Write(TinyModelOptions options) => TinyModel.Write(Path($"{Guid.NewGuid():N}"), options);

    public string WriteAdapter(TinyAdapterOptions options) => TinyAdapter.Write(Path($"{Guid.NewGuid():N}"), ModelOptions, options);

    /// <summary>The base with adapters merged into its weights.</summary>
    public string WriteMerged(params IReadOnlyList<(TinyAdapterOptions Adapter, float Scale)> adapters) =>
        MergedModel.Write(Path($"{Guid.NewGuid():N}"), ModelOptions, adapters);

    public string Path(string name) => System.IO.Path.Combine(folder, name + ".gguf");

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
