#if LLAMASHARP
using Assistant.Inference.LLamaSharp;
using Assistant.Inference.Native;
using Assistant.Inference.Runtime;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.Inference.Tests.Runtime;

[Collection(RuntimeCollection.Name)]
public sealed class LLamaSharpRuntimeTests(RuntimeFiles files) : RuntimeConformanceTests(files), IClassFixture<RuntimeFiles>
{
    [Fact]
    public void Create_WithAFolderOfLibraries_NamesTheKeyToRemove()
    {
        var options = new InferenceOptions { Libraries = "elsewhere" };

        Should.Throw<RuntimeException>(() => RuntimeFactory.Create(options, NullLoggerFactory.Instance)).Message.ShouldContain("Inference:Libraries");
    }

    [Fact]
    public void Create_ForABackendThatIsNotLoaded_NamesKeyAndFix()
    {
        var message = Should.Throw<RuntimeException>(() => new LLamaSharpRuntime("none", NullLogger<LLamaSharpRuntime>.Instance)).Message;

        message.ShouldContain("Inference:Backend = \"none\"");
        message.ShouldContain("Set Inference:Backend to auto");
    }

    private protected override string Binding => "LLamaSharp";

    private protected override IRuntime CreateRuntime() => new LLamaSharpRuntime("auto", NullLogger<LLamaSharpRuntime>.Instance);
}
#endif
