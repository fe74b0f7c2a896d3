namespace Assistant.Inference.Validation;

/// <summary>The two factors that an adapter adds to one tensor of the base.</summary>
internal sealed record AdapterPair(string Tensor, int Rank);
