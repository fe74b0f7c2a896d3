namespace Assistant.Inference.Validation;

/// <summary>A tensor that an architecture reads, with its dimensions as in the file.</summary>
internal sealed record ExpectedTensor(string Name, bool Required, params long[] Dimensions);
