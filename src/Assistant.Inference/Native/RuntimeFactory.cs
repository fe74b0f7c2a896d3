using Assistant.Inference.Runtime;
using Microsoft.Extensions.Logging;
#if LLAMASHARP
using Assistant.Inference.LLamaSharp;
#endif

namespace Assistant.Inference.Native;

/// <summary>The runtime that this build uses: our own binding, or with -p:LlamaRuntime=LLamaSharp that library.</summary>
internal static class RuntimeFactory
{
    /// <exception cref="RuntimeException">The library is missing or does not fit.</exception>
    public static IRuntime Create(InferenceOptions options, ILoggerFactory loggers) =>
#if LLAMASHARP
        options.Libraries is { } folder
            ? throw new RuntimeException($"Inference:Libraries = \"{folder}\" has no use in a build with LLamaSharp, whose packages bring the only libraries that fit it: remove the key.")
            : new LLamaSharpRuntime(options.Backend, loggers.CreateLogger<LLamaSharpRuntime>());
#else
        new NativeRuntime(
            options.Libraries ?? Path.Combine(AppContext.BaseDirectory, "llama"),
            options.Backend,
            loggers.CreateLogger<NativeRuntime>());
#endif
}
