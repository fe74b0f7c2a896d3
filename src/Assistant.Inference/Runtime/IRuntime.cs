namespace Assistant.Inference.Runtime;

/// <summary>
/// A llama.cpp runtime: the seam below which the bindings differ and above which everything is written once.
/// Files are validated in managed code before they get here; what native code then still refuses is a
/// <see cref="RuntimeException"/>.
/// </summary>
internal interface IRuntime
{
    /// <summary>Binding, library release, the back end in use and its devices.</summary>
    RuntimeDescription Description { get; }

    /// <summary>Loads the weights of a validated base model.</summary>
    IRuntimeModel Load(string path, ModelSettings settings);
}
