using Assistant.Inference.Runtime;
using Assistant.TestKit.Models;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.Inference.Tests.Engine;

/// <summary>A tiny base, two adapters, and the same base with each of them, and both, merged into its weights.</summary>
public sealed class EngineFixture : IDisposable
{
    public const string Hr = "hr@1", It = "it@2";

    public static readonly TinyModelOptions ModelOptions = new() { Seed = 11, Context = 4096 };
    public static readonly TinyAdapterOptions HrOptions = new() { Seed = 21, Name = "hr" };
    public static readonly TinyAdapterOptions ItOptions = new() { Seed = 22, Name = "it", Rank = 8, Alpha = 4 };

    private readonly string folder = Directory.CreateTempSubdirectory("assistant-engine-").FullName;

    public EngineFixture()
    {
        Base = TinyModel.Write(File("base"), ModelOptions);
        HrFile = TinyAdapter.Write(File("hr"), ModelOptions, HrOptions);
        ItFile = TinyAdapter.Write(File("it"), ModelOptions, ItOptions);
    }

    public string Base { get; }

    public string HrFile { get; }

    public string ItFile { get; }

    /// <summary>The base with adapters merged in: what the engine must agree with.</summary>
    public string Merged(params IReadOnlyList<(TinyAdapterOptions Adapter, float Scale)> adapters) => MergedModel.Write(File($"merged-{Guid.NewGuid():N}"), ModelOptions, adapters);

    public Task<InferenceEngine> LoadAsync(Func<InferenceOptions, InferenceOptions>? configure = null, string? model = null)
    {
        var options = new InferenceOptions
        {
            Model = model ?? Base,
            Adapters = model is null ? new Dictionary<string, string> { [Hr] = HrFile, [It] = ItFile } : new Dictionary<string, string>(),
            ContextTokens = 4096,
            Threads = 1,
            KeyValueType = KeyValueType.F32,
            FlashAttention = FlashAttention.Off,
        };
        return InferenceEngine.LoadAsync(configure?.Invoke(options) ?? options, NullLoggerFactory.Instance, TimeProvider.System, TestContext.Current.CancellationToken);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string File(string name) => Path.Combine(folder, name + ".gguf");
}
