using System.Reflection;
using Assistant.Inference.Native;
using Assistant.Inference.Runtime;
using Microsoft.Extensions.Logging;

namespace Assistant.Inference.LLamaSharp;

/// <summary>llama.cpp through the LLamaSharp packages.</summary>
internal sealed class LLamaSharpRuntime : IRuntime
{
    /// <param name="backend">"auto", "cpu", "cuda", "vulkan" or "metal".</param>
    /// <exception cref="RuntimeException">No library for the back end could be loaded.</exception>
    public LLamaSharpRuntime(string backend, ILogger<LLamaSharpRuntime> logger)
    {
        var chosen = LLamaSharpLoader.Load(backend);
        new NativeLog(logger).Attach();
        // The library has no function for its release: the package version stands for it.
        var version = typeof(LLamaSharpRuntime).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "LLamaSharp").Value!;
        Description = RuntimeDevices.Describe("LLamaSharp", version, chosen);
        var names = RuntimeDevices.Names(Description);
        Log.RuntimeLoaded(logger, version, "LLamaSharp", Description.Backend, names);
    }

    public RuntimeDescription Description { get; }

    public IRuntimeModel Load(string path, ModelSettings settings) => new LLamaSharpModel(path, settings);
}
