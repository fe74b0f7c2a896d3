using System.Diagnostics;
using System.Runtime.InteropServices;
using Assistant.Inference.Native.Interop;
using Assistant.Inference.Runtime;
using LLama.Native;

namespace Assistant.Inference.LLamaSharp;

/// <summary>
/// Has LLamaSharp load the library that its back-end packages bring, and lets our own binding call the same one for the
/// few functions that LLamaSharp leaves out. A process loads llama.cpp once.
/// </summary>
internal static class LLamaSharpLoader
{
    private static readonly Lock Gate = new();
    private static bool loaded;

    /// <returns>The back end that LLamaSharp chose: "cpu", "cuda", "vulkan" or "metal".</returns>
    /// <exception cref="RuntimeException">No library for the back end could be loaded.</exception>
    public static string Load(string backend)
    {
        lock (Gate)
        {
            if (!loaded)
            {
                Start(backend);
                loaded = true;
            }

            var chosen = Chosen();
            return backend == "auto" || backend == chosen
                ? chosen
                : throw new RuntimeException($"LLamaSharp loaded its library for \"{chosen}\" and not for Inference:Backend = \"{backend}\". {Fix}");
        }
    }

    private static string Fix =>
        "Set Inference:Backend to auto, or install what that back end needs: for cuda the NVIDIA driver and the CUDA 12 runtime on Linux or Windows.";

    private static void Start(string backend)
    {
        NativeLibraryConfig.LLama.WithCuda(backend is "auto" or "cuda").WithVulkan(backend is "auto" or "vulkan").WithAutoFallback();
        try
        {
            NativeApi.llama_empty_call();
        }
        catch (TypeInitializationException e)
        {
            throw new RuntimeException($"LLamaSharp could not load llama.cpp for Inference:Backend = \"{backend}\": {e.InnerException?.Message} {Fix}");
        }

        using var process = Process.GetCurrentProcess();
        var files = process.Modules.Cast<ProcessModule>().Select(m => m.FileName).ToLookup(Name);
        var handles = ((string[])["ggml-base", "ggml", "llama"]).ToDictionary(name => name, name => NativeLibrary.Load(files[name].First()));
        NativeLibrary.SetDllImportResolver(typeof(LLamaSharpLoader).Assembly, (name, _, _) => handles.GetValueOrDefault(name));
        // A library with its back ends in files of their own has none before it is told where they are.
        if (Ggml.DeviceCount() == 0)
        {
            Ggml.LoadBackends(Path.GetDirectoryName(files["ggml"].First())!);
        }
    }

    private static string Chosen() => NativeApi.GetLoadedNativeLibrary(NativeLibraryName.LLama)?.Metadata switch
    {
        { UseCuda: true } => "cuda",
        { UseVulkan: true } => "vulkan",
        _ => OperatingSystem.IsMacOS() && RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "metal" : "cpu",
    };

    private static string Name(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return name.StartsWith("lib", StringComparison.Ordinal) ? name[3..] : name;
    }
}
