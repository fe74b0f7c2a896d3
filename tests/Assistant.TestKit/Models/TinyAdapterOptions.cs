namespace Assistant.TestKit.Models;

/// <summary>Content of a test LoRA. The same options for the same base always give the same file.</summary>
public sealed record TinyAdapterOptions
{
    public int Seed { get; init; } = 1;

    public int Rank { get; init; } = 4;

    public float Alpha { get; init; } = 8;

    /// <summary>
    /// Standard deviation of what the adapter adds to the output of a matrix, before the factor alpha / rank, when the
    /// input has unit variance. The matrices themselves give 1 to 2.
    /// </summary>
    public double Strength { get; init; } = 0.7;

    /// <summary>Names of tensors without <c>.weight</c>; those of a block without <c>blk.N.</c>, in every block.</summary>
    public IReadOnlyList<string> Targets { get; init; } = ["attn_q", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down"];

    public WeightType Weights { get; init; } = WeightType.F32;

    /// <summary>Tokens that switch the adapter on (aLoRA); empty for a plain LoRA.</summary>
    public IReadOnlyList<int> InvocationTokens { get; init; } = [];

    public string Name { get; init; } = "tiny-lora";
}
