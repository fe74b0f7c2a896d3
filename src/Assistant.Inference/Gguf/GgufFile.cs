using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Assistant.Inference.Gguf;

/// <summary>The header of a GGUF file whose structure is sound: every tensor lies inside the file and none overlap.</summary>
/// <param name="tensors">In the order of the file.</param>
/// <param name="dataOffset">Bytes from the start of the file to the data section.</param>
internal sealed class GgufFile(
    string path,
    int version,
    GgufMetadata metadata,
    ImmutableArray<GgufTensor> tensors,
    int alignment,
    long dataOffset,
    long length)
{
    private readonly FrozenDictionary<string, GgufTensor> byName =
        tensors.ToFrozenDictionary(tensor => tensor.Name, StringComparer.Ordinal);

    public string Path => path;

    public int Version => version;

    public GgufMetadata Metadata => metadata;

    public ImmutableArray<GgufTensor> Tensors => tensors;

    public int Alignment => alignment;

    public long DataOffset => dataOffset;

    public long Length => length;

    public GgufTensor? Find(string name) => byName.GetValueOrDefault(name);
}
