using System.Text.RegularExpressions;
using Assistant.Inference.Runtime;

namespace Assistant.Inference.Native;

/// <summary>A folder with one build of llama.cpp: the library for one platform and back end.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Backend">"cpu", "cuda", "vulkan" or "metal".</param>
/// <param name="Release">llama.cpp's release, e.g. "b10068".</param>
internal sealed partial record NativeLibraryFolder(string Path, string Backend, string Release)
{
    // The order of preference where the configuration leaves the choice.
    private static readonly string[] Backends = ["cuda", "metal", "vulkan", "cpu"];

    /// <summary>The folder to use below the root, by the configured back end ("auto": the best one present).</summary>
    /// <exception cref="RuntimeException">None is there; the message says what is and how to get one.</exception>
    public static NativeLibraryFolder Find(string root, string backend)
    {
        var found = Directory.Exists(root) ? Directory.EnumerateDirectories(root).Select(Read).OfType<NativeLibraryFolder>().ToList() : [];
        return found.Where(f => backend == "auto" || f.Backend == backend).MinBy(f => Array.IndexOf(Backends, f.Backend))
            ?? throw new RuntimeException(
                $"No llama.cpp library for Inference:Backend = \"{backend}\" in {root} (found: {(found.Count == 0 ? "none" : string.Join(", ", found.Select(f => f.Backend)))}). "
                + "Build with Node.js 20 or newer and npm on the path; for an NVIDIA GPU add -p:LlamaBackend=cuda.");
    }

    /// <summary>The file of a library of this build: "llama", "ggml" or "ggml-base".</summary>
    public string? File(string library) =>
        Directory.EnumerateFiles(Path).FirstOrDefault(f => LibraryName().Match(System.IO.Path.GetFileName(f)) is { Success: true } m && m.Groups["name"].Value == library);

    private static NativeLibraryFolder? Read(string folder)
    {
        var library = Directory.EnumerateFiles(folder).Select(f => LibraryName().Match(System.IO.Path.GetFileName(f))).FirstOrDefault(m => m.Success && m.Groups["name"].Value == "llama");
        return library is null ? null : new NativeLibraryFolder(folder, BackendOf(System.IO.Path.GetFileName(folder)), library.Groups["release"].Value);
    }

    private static string BackendOf(string folder) => Backends.FirstOrDefault(b => folder.EndsWith("-" + b, StringComparison.Ordinal)) ?? "cpu";

    [GeneratedRegex(@"^(lib)?(?<name>llama|ggml|ggml-base)(\.[a-z]+)?(\.(?<release>b\d+|v[\d.]+\d))?\.(so|dylib|dll)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex LibraryName();
}
