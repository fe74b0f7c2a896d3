namespace Assistant.Inference.Runtime;

/// <summary>What runs the model.</summary>
/// <param name="Binding">"native" or "LLamaSharp".</param>
/// <param name="Library">Release of the llama.cpp library, e.g. "b10068".</param>
/// <param name="Backend">"cpu", "cuda", "metal", "vulkan": the back end that holds the weights by default.</param>
/// <param name="Devices">The devices that the library sees, best first.</param>
public sealed record RuntimeDescription(string Binding, string Library, string Backend, IReadOnlyList<RuntimeDevice> Devices);

/// <param name="Name">Name of the device in the library, e.g. "CUDA0".</param>
/// <param name="Kind">"cpu", "gpu", "integrated gpu" or "accelerator".</param>
/// <param name="Description">The hardware's own name.</param>
/// <param name="MemoryBytes">Memory of the device; 0 when unknown.</param>
public sealed record RuntimeDevice(string Name, string Kind, string Description, long MemoryBytes);
