using System.Collections.Immutable;
using System.Numerics;

namespace Assistant.Inference.Gguf;

/// <summary>
/// Reads the header of a GGUF file (version 2 or 3, little endian), never the weights, within <see cref="GgufLimits"/>.
/// Accepts what llama.cpp accepts or less: its own reader ends the process on some damaged files.
/// </summary>
internal sealed class GgufReader
{
    private const uint Magic = 0x46554747; // "GGUF"
    private const string Damaged = "The file is damaged: download or convert it again.";

    private readonly GgufCursor cursor;
    private readonly string path;

    private GgufReader(Stream stream, string path) =>
        (cursor, this.path) = (new GgufCursor(stream, Path.GetFileName(path)), path);

    public static Result<GgufFile, ModelFileProblem> Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
            return Read(stream, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new ModelFileProblem(
                Path.GetFileName(path), "file", $"It cannot be read ({exception.GetType().Name}): check that it exists and may be read.");
        }
    }

    /// <summary>Reads from a stream that starts with the file; the path is only named in the result.</summary>
    public static Result<GgufFile, ModelFileProblem> Read(Stream stream, string path) => new GgufReader(stream, path).Read();

    private Result<GgufFile, ModelFileProblem> Read()
    {
        var version = ReadVersion();
        var tensorCount = ReadCount("tensor count", GgufLimits.Tensors);
        var keyCount = ReadCount("key count", GgufLimits.Keys);
        var metadata = new GgufMetadata(ReadMetadata(keyCount));
        var alignment = ReadAlignment(metadata);
        var table = ReadTable(tensorCount);
        if (cursor.Failed)
            return cursor.Problem!;
        var dataOffset = (cursor.Position + alignment - 1) / alignment * alignment;
        CheckPlaces(table, alignment, cursor.Length - dataOffset);
        if (cursor.Problem is { } problem)
            return problem;
        return new GgufFile(this.path, (int)version, metadata, table, (int)alignment, dataOffset, cursor.Length);
    }

    private uint ReadVersion()
    {
        if (cursor.Read<uint>("magic") != Magic)
            cursor.Fail("magic", "This is not a GGUF file. Convert the model to GGUF first.");
        var version = cursor.Read<uint>("version");
        if (version is not (2 or 3))
        {
            cursor.Fail("version", (version & 0xFFFF) == 0 && version != 0
                ? "The file is big endian; this machine reads little endian. Convert the model again for little endian."
                : $"Version {version} is not supported, only 2 and 3. Convert the model again with a current converter.");
        }
        return version;
    }

    private int ReadCount(string field, int limit)
    {
        var count = cursor.Read<ulong>(field);
        if (count <= (ulong)limit)
            return (int)count;
        cursor.Fail(field, $"{count} is more than the limit of {limit}. {Damaged}");
        return 0;
    }

    private Dictionary<string, object> ReadMetadata(int count)
    {
        var start = cursor.Position;
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        for (var index = 0; index < count && !cursor.Failed; index++)
        {
            var key = cursor.ReadText(GgufLimits.KeyBytes, $"key {index}");
            CheckName(key, $"key {index}");
            var value = GgufValues.Read(cursor, key);
            if (!values.TryAdd(key, value))
                cursor.Fail(key, $"The key occurs twice. {Damaged}");
            if (cursor.Position - start > GgufLimits.MetadataBytes)
                cursor.Fail(key, $"The metadata is longer than the limit of {GgufLimits.MetadataBytes} bytes. {Damaged}");
        }
        return values;
    }

    private uint ReadAlignment(GgufMetadata metadata)
    {
        const string Key = "general.alignment";
        if (!metadata.Has(Key))
            return GgufWriter.Alignment;
        if (metadata.TryGet<uint>(Key, out var alignment) && BitOperations.IsPow2(alignment) &&
            alignment is >= GgufLimits.SmallestAlignment and <= GgufLimits.LargestAlignment)
            return alignment;
        cursor.Fail(Key, $"It must be an unsigned 32-bit power of two from {GgufLimits.SmallestAlignment} to {GgufLimits.LargestAlignment}. {Damaged}");
        return GgufWriter.Alignment;
    }

    private ImmutableArray<GgufTensor> ReadTable(int count)
    {
        var tensors = ImmutableArray.CreateBuilder<GgufTensor>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < count && !cursor.Failed; index++)
        {
            var name = cursor.ReadText(GgufLimits.TensorNameBytes, $"tensor {index}");
            CheckName(name, $"tensor {index}");
            if (!names.Add(name))
                cursor.Fail(name, $"The tensor occurs twice. {Damaged}");
            var dimensions = ReadDimensions(name);
            var type = (GgmlType)cursor.Read<int>(name);
            var offset = cursor.Read<long>(name);
            if (!cursor.Failed && HasLayout(name, type, dimensions))
                tensors.Add(new(name, type, dimensions, offset, GgmlLayout.Bytes(type, dimensions.AsSpan())));
        }
        return tensors.ToImmutable();
    }

    private ImmutableArray<long> ReadDimensions(string name)
    {
        var count = cursor.Read<uint>(name);
        if (count is 0 or > GgufLimits.Dimensions)
            cursor.Fail(name, $"The tensor has {count} dimensions; 1 to {GgufLimits.Dimensions} are allowed. {Damaged}");
        ImmutableArray<long> dimensions = [.. Enumerable.Range(0, cursor.Failed ? 0 : (int)count).Select(_ => cursor.Read<long>(name))];
        var elements = 1L;
        foreach (var dimension in dimensions)
        {
            if (dimension < 1 || dimension > GgufLimits.TensorElements / elements)
            {
                cursor.Fail(name, $"The tensor has impossible dimensions [{string.Join(", ", dimensions)}]. {Damaged}");
                break;
            }
            elements *= dimension;
        }
        return dimensions;
    }

    private bool HasLayout(string name, GgmlType type, ImmutableArray<long> dimensions)
    {
        if (!GgmlLayout.TryGet(type, out var layout))
            cursor.Fail(name, $"Tensor type {(int)type} is unknown or no longer in use. Quantise the model again with a current converter.");
        else if (dimensions[0] % layout.BlockSize != 0)
            cursor.Fail(name, $"Rows of {dimensions[0]} elements do not fit type {type}, which has blocks of {layout.BlockSize}. {Damaged}");
        return !cursor.Failed;
    }

    /// <summary>Tensors follow each other in the order of the table, padded to the alignment: llama.cpp asks for no less.</summary>
    private void CheckPlaces(ImmutableArray<GgufTensor> tensors, uint alignment, long available)
    {
        var expected = 0L;
        foreach (var tensor in tensors)
        {
            if (tensor.Offset != expected)
            {
                cursor.Fail(tensor.Name, $"The data is at offset {tensor.Offset} instead of {expected}: it overlaps another tensor or leaves a gap. {Damaged}");
                return;
            }
            if (tensor.ByteSize > available - expected)
            {
                cursor.Fail(tensor.Name, $"The data needs {tensor.ByteSize} bytes at offset {expected} and the file has {Math.Max(0, available - expected)} there. The file is incomplete: download it again.");
                return;
            }
            expected = (expected + tensor.ByteSize + alignment - 1) / alignment * alignment;
        }
    }

    private void CheckName(string name, string field)
    {
        if (name.Length == 0 || name.Any(character => character is < '!' or > '~'))
            cursor.Fail(field, $"The name is empty or has characters that no name has. {Damaged}");
    }
}
