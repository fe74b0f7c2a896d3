namespace Assistant.Inference.Runtime;

/// <summary>The input of one decode: tokens with position, sequence and whether their logits are wanted.</summary>
internal sealed class TokenBatch(int capacity)
{
    private readonly int[] tokens = new int[capacity];
    private readonly int[] positions = new int[capacity];
    private readonly int[] sequences = new int[capacity];
    private readonly byte[] outputs = new byte[capacity];

    public int Capacity => capacity;

    public int Count { get; private set; }

    public int Room => capacity - Count;

    public ReadOnlySpan<int> Tokens => tokens.AsSpan(0, Count);

    public ReadOnlySpan<int> Positions => positions.AsSpan(0, Count);

    public ReadOnlySpan<int> Sequences => sequences.AsSpan(0, Count);

    /// <summary>1 where logits are wanted, else 0.</summary>
    public ReadOnlySpan<byte> Outputs => outputs.AsSpan(0, Count);

    /// <returns>The entry's index, to ask for its logits.</returns>
    public int Add(int token, int position, int sequence, bool output)
    {
        tokens[Count] = token;
        positions[Count] = position;
        sequences[Count] = sequence;
        outputs[Count] = output ? (byte)1 : (byte)0;
        return Count++;
    }

    public void Clear() => Count = 0;
}
