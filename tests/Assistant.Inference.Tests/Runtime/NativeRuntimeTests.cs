#if !LLAMASHARP // one process loads one llama.cpp
using Assistant.Inference.Native;
using Assistant.Inference.Runtime;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.Inference.Tests.Runtime;

[Collection(RuntimeCollection.Name)]
public sealed class NativeRuntimeTests(RuntimeFiles files) : RuntimeConformanceTests(files), IClassFixture<RuntimeFiles>
{
    private protected override string Binding => "native";

    private protected override IRuntime CreateRuntime() =>
        new NativeRuntime(Path.Combine(AppContext.BaseDirectory, "llama"), "auto", NullLogger<NativeRuntime>.Instance);
}
#endif
