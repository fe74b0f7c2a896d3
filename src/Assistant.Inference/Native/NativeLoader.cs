using System.Runtime.InteropServices;
using Assistant.Inference.Native.Interop;
using Assistant.Inference.Runtime;

namespace Assistant.Inference.Native;

/// <summary>
/// Loads llama.cpp into the process. A process can do that once: hence the only process-wide state of the project.
/// </summary>
internal static class NativeLoader
{
    private static readonly Lock Gate = new();
    private static NativeLibraryFolder? loaded;

    /// <exception cref="RuntimeException">The library is missing, not loadable, of another release than the binding, or another one is loaded already.</exception>
    public static void Load(NativeLibraryFolder folder)
    {
        lock (Gate)
        {
            if (loaded is not null)
            {
                if (loaded != folder)
                {
                    throw new RuntimeException($"llama.cpp is loaded from {loaded.Path} already; a process cannot load {folder.Path} as well.");
                }

                return;
            }

            var handles = new Dictionary<string, nint>();
            foreach (var name in (string[])["ggml-base", "ggml", "llama"])
            {
                var file = folder.File(name) ?? throw new RuntimeException($"The library {name} is missing in {folder.Path}: build again to restore it.");
                try
                {
                    handles[name] = NativeLibrary.Load(file);
                }
                catch (DllNotFoundException e)
                {
                    throw new RuntimeException($"{file} cannot be loaded: {e.Message}");
                }
            }

            NativeLibrary.SetDllImportResolver(typeof(NativeLoader).Assembly, (name, _, _) => handles.GetValueOrDefault(name));
            BindingCheck.Verify(folder);
            LoadBackends(folder);
            Llama.Initialize();
            loaded = folder;
        }
    }

    private static void LoadBackends(NativeLibraryFolder folder)
    {
        const int Gpu = 1;
        Ggml.LoadBackends(folder.Path);
        // The CUDA package carries a second build for older drivers.
        var fallback = Path.Combine(folder.Path, "fallback");
        if (Directory.Exists(fallback) && !Enumerable.Range(0, (int)Ggml.DeviceCount()).Any(i => Ggml.DeviceType(Ggml.Device((nuint)i)) == Gpu))
        {
            foreach (var file in Directory.EnumerateFiles(fallback, "*ggml-*"))
            {
                Ggml.LoadBackend(file);
            }
        }
    }
}
