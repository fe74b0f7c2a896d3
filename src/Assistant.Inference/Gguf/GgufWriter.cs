using System.Text;

namespace Assistant.Inference.Gguf;

/// <summary>
/// Writes GGUF version 3. Tensor data is streamed, so that a file of many gigabytes needs little memory. The content is
/// the caller's: nothing is checked beyond what the format needs to be readable.
/// </summary>
internal static class GgufWriter
{
    public const int Alignment = 32;

    /// <summary>Writes a file. A value's CLR type decides its type in the file, see <see cref="GgufMetadata"/>.</summary>
    public static void Write(string path, IEnumerable<KeyValuePair<string, object>> metadata, IReadOnlyList<GgufTensorData> tensors)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        Write(stream, metadata, tensors);
    }

    /// <inheritdoc cref="Write(string, IEnumerable{KeyValuePair{string, object}}, IReadOnlyList{GgufTensorData})"/>
    public static void Write(Stream stream, IEnumerable<KeyValuePair<string, object>> metadata, IReadOnlyList<GgufTensorData> tensors)
    {
        var start = stream.Position;
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        var pairs = metadata.ToList();
        writer.Write("GGUF"u8);
        writer.Write(3u);
        writer.Write((long)tensors.Count);
        writer.Write((long)pairs.Count);
        foreach (var (key, value) in pairs)
        {
            WriteString(writer, key);
            WriteValue(writer, value);
        }
        WriteTable(writer, tensors);
        writer.Flush();
        Pad(stream, start);
        foreach (var tensor in tensors)
        {
            var before = stream.Position;
            tensor.Write(stream);
            var expected = GgmlLayout.Bytes(tensor.Type, tensor.Dimensions);
            if (stream.Position - before != expected)
                throw new InvalidOperationException($"Tensor {tensor.Name} has {stream.Position - before} bytes instead of {expected}.");
            Pad(stream, start);
        }
    }

    private static void WriteTable(BinaryWriter writer, IReadOnlyList<GgufTensorData> tensors)
    {
        long offset = 0;
        foreach (var tensor in tensors)
        {
            WriteString(writer, tensor.Name);
            writer.Write((uint)tensor.Dimensions.Length);
            foreach (var dimension in tensor.Dimensions)
                writer.Write(dimension);
            writer.Write((int)tensor.Type);
            writer.Write(offset);
            offset += Padded(GgmlLayout.Bytes(tensor.Type, tensor.Dimensions));
        }
    }

    private static void WriteValue(BinaryWriter writer, object value)
    {
        if (value is Array array)
        {
            writer.Write((int)GgufValueType.Array);
            writer.Write((int)TypeOf(array.GetType().GetElementType()!));
            writer.Write((long)array.Length);
            foreach (var element in array)
                WriteScalar(writer, element!);
            return;
        }
        writer.Write((int)TypeOf(value.GetType()));
        WriteScalar(writer, value);
    }

    private static GgufValueType TypeOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => GgufValueType.UInt8,
        TypeCode.SByte => GgufValueType.Int8,
        TypeCode.UInt16 => GgufValueType.UInt16,
        TypeCode.Int16 => GgufValueType.Int16,
        TypeCode.UInt32 => GgufValueType.UInt32,
        TypeCode.Int32 => GgufValueType.Int32,
        TypeCode.Single => GgufValueType.Float32,
        TypeCode.Boolean => GgufValueType.Boolean,
        TypeCode.String => GgufValueType.String,
        TypeCode.UInt64 => GgufValueType.UInt64,
        TypeCode.Int64 => GgufValueType.Int64,
        TypeCode.Double => GgufValueType.Float64,
        _ => throw new ArgumentException($"GGUF has no type for {type}.", nameof(type)),
    };

    private static void WriteScalar(BinaryWriter writer, object value)
    {
        switch (value)
        {
            case byte number: writer.Write(number); break;
            case sbyte number: writer.Write(number); break;
            case ushort number: writer.Write(number); break;
            case short number: writer.Write(number); break;
            case uint number: writer.Write(number); break;
            case int number: writer.Write(number); break;
            case float number: writer.Write(number); break;
            case bool flag: writer.Write(flag); break;
            case string text: WriteString(writer, text); break;
            case ulong number: writer.Write(number); break;
            case long number: writer.Write(number); break;
            case double number: writer.Write(number); break;
        }
    }

    private static void WriteString(BinaryWriter writer, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        writer.Write((long)bytes.Length);
        writer.Write(bytes);
    }

    private static long Padded(long length) => (length + Alignment - 1) / Alignment * Alignment;

    private static void Pad(Stream stream, long start)
    {
        var length = stream.Position - start;
        stream.Write(stackalloc byte[(int)(Padded(length) - length)]);
    }
}
