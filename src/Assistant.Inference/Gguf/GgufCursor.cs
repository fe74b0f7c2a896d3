using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Assistant.Inference.Gguf;

/// <summary>
/// Reads little-endian values and remembers the first problem. After a problem every read gives a default value without
/// touching the stream, so that callers check once per entry and not once per value.
/// </summary>
internal sealed class GgufCursor(Stream stream, string file)
{
    private const string Damaged = "The file is damaged or incomplete: download or convert it again.";

    private long elements;

    public long Length { get; } = stream.Length;

    public long Position { get; private set; } = stream.Position;

    public ModelFileProblem? Problem { get; private set; }

    public bool Failed => Problem is not null;

    private long Remaining => Length - Position;

    public void Fail(string field, string message) => Problem ??= new(file, field, message);

    public T Read<T>(string field) where T : unmanaged
    {
        T value = default;
        if (Enough(Unsafe.SizeOf<T>(), field))
            Fill(MemoryMarshal.AsBytes(new Span<T>(ref value)));
        return value;
    }

    public T[] ReadArray<T>(long count, string field) where T : unmanaged
    {
        if (!AddElements(count, field) || !Enough(count * Unsafe.SizeOf<T>(), field))
            return [];
        var values = new T[count];
        Fill(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    public string[] ReadTexts(long count, string field)
    {
        // Every text takes eight bytes for its length.
        if (!AddElements(count, field) || !Enough(count * sizeof(long), field))
            return [];
        var values = new string[count];
        for (long index = 0; index < count && !Failed; index++)
            values[index] = ReadText(GgufLimits.TextBytes, field);
        return values;
    }

    public bool ReadFlag(string field) => Read<byte>(field) != 0;

    public bool[] ReadFlags(long count, string field) => [.. ReadArray<byte>(count, field).Select(value => value != 0)];

    /// <summary>A text of at most <paramref name="limit"/> bytes; what is no UTF-8 reads as U+FFFD.</summary>
    public string ReadText(int limit, string field)
    {
        var length = Read<ulong>(field);
        if (Failed)
            return "";
        if (length > (ulong)limit)
        {
            Fail(field, $"A text of {length} bytes is longer than the limit of {limit}. {Damaged}");
            return "";
        }
        if (length == 0 || !Enough((long)length, field))
            return "";
        var bytes = new byte[length];
        Fill(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    private bool AddElements(long count, string field)
    {
        if (Failed)
            return false;
        if (count >= 0 && count <= GgufLimits.ArrayElements && (this.elements += count) <= GgufLimits.ArrayElements)
            return true;
        Fail(field, $"The arrays have more than {GgufLimits.ArrayElements} elements. {Damaged}");
        return false;
    }

    private bool Enough(long bytes, string field)
    {
        if (Failed)
            return false;
        if (bytes <= Remaining)
            return true;
        Fail(field, $"The file ends here: {bytes} bytes are needed and {Remaining} are left. {Damaged}");
        return false;
    }

    private void Fill(Span<byte> destination)
    {
        stream.ReadExactly(destination);
        Position += destination.Length;
    }
}
