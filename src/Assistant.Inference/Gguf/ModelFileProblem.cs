namespace Assistant.Inference.Gguf;

/// <summary>Why a model file was refused.</summary>
/// <param name="File">File name without its folder.</param>
/// <param name="Field">The metadata key, tensor or part of the header at fault.</param>
/// <param name="Message">What is wrong and what to do, as sentences for an administrator.</param>
public sealed record ModelFileProblem(string File, string Field, string Message)
{
    public override string ToString() => $"{File}: {Field}: {Message}";
}
