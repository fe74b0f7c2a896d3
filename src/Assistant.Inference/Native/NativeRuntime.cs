using Assistant.Inference.Runtime;
using Microsoft.Extensions.Logging;

namespace Assistant.Inference.Native;

/// <summary>llama.cpp's prebuilt library through our own binding.</summary>
internal sealed class NativeRuntime : IRuntime
{
    /// <param name="root">Folder with one folder per build of the library.</param>
    /// <param name="backend">"auto", "cpu", "cuda", "vulkan" or "metal".</param>
    /// <exception cref="RuntimeException">No such library, or it does not fit the binding.</exception>
    public NativeRuntime(string root, string backend, ILogger<NativeRuntime> logger)
    {
        var folder = NativeLibraryFolder.Find(root, backend);
        NativeLoader.Load(folder);
        new NativeLog(logger).Attach();
        Description = RuntimeDevices.Describe("native", folder.Release, folder.Backend);
        var names = RuntimeDevices.Names(Description);
        Log.RuntimeLoaded(logger, folder.Release, "native", Description.Backend, names);
    }

    public RuntimeDescription Description { get; }

    public IRuntimeModel Load(string path, ModelSettings settings) => new NativeModel(path, settings);
}
