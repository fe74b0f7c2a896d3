using System.Collections.Immutable;

namespace Assistant.Inference.Gguf;

/// <summary>An entry of the tensor table.</summary>
/// <param name="Dimensions">Fastest first, as in the file: a matrix that maps <c>in</c> to <c>out</c> is [in, out].</param>
/// <param name="Offset">Bytes from the start of the data section.</param>
/// <param name="ByteSize">Bytes of data, without padding.</param>
internal sealed record GgufTensor(string Name, GgmlType Type, ImmutableArray<long> Dimensions, long Offset, long ByteSize)
{
    /// <summary>Size along a dimension; 1 beyond the last.</summary>
    public long Dimension(int index) => index < Dimensions.Length ? Dimensions[index] : 1;

    public string Shape => $"[{string.Join(", ", Dimensions)}]";
}
