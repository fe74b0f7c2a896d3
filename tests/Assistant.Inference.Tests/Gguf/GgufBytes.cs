using System.Text;
using Assistant.Inference.Gguf;

namespace Assistant.Inference.Tests.Gguf;

/// <summary>Builds files byte by byte, so that they can be wrong in ways a writer never is.</summary>
internal sealed class GgufBytes
{
    private readonly List<byte> bytes = [];

    public GgufBytes(ulong tensors, ulong keys, uint version = 3)
    {
        this.bytes.AddRange("GGUF"u8);
        Number(version).Long(tensors).Long(keys);
    }

    public GgufBytes Text(string text)
    {
        Long((ulong)Encoding.UTF8.GetByteCount(text));
        this.bytes.AddRange(Encoding.UTF8.GetBytes(text));
        return this;
    }

    public GgufBytes Number(uint value)
    {
        this.bytes.AddRange(BitConverter.GetBytes(value));
        return this;
    }

    public GgufBytes Long(ulong value)
    {
        this.bytes.AddRange(BitConverter.GetBytes(value));
        return this;
    }

    public GgufBytes Key(string key, uint value) => Text(key).Number((uint)GgufValueType.UInt32).Number(value);

    public GgufBytes Tensor(string name, GgmlType type, ulong offset, params ulong[] dimensions)
    {
        Text(name).Number((uint)dimensions.Length);
        foreach (var dimension in dimensions)
            Long(dimension);
        return Number((uint)type).Long(offset);
    }

    public GgufBytes Data(int bytes)
    {
        this.bytes.AddRange(new byte[(32 - this.bytes.Count % 32) % 32 + bytes]);
        return this;
    }

    public Result<GgufFile, ModelFileProblem> Read() => Read([.. this.bytes]);

    public static Result<GgufFile, ModelFileProblem> Read(byte[] bytes) => GgufReader.Read(new MemoryStream(bytes), "folder/test.gguf");
}
