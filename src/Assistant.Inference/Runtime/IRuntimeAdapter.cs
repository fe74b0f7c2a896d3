namespace Assistant.Inference.Runtime;

/// <summary>LoRA weights in memory. Must not be disposed while a context has it set.</summary>
internal interface IRuntimeAdapter : IDisposable;

/// <param name="Scale">User scale; the file's alpha / rank comes on top.</param>
internal readonly record struct ScaledAdapter(IRuntimeAdapter Adapter, float Scale);
