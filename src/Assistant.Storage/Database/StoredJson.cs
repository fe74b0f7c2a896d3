using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assistant.Storage.Database;

/// <summary>The one JSON form of stored values: members in the order they are declared, nothing computed, no white space.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // Computed members (AnswerTrace.ReviewFindings) follow from the others.
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static byte[] WriteBytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <exception cref="InvalidDataException">The stored value is not of the type.</exception>
    public static T Read<T>(string json) => Checked(() => JsonSerializer.Deserialize<T>(json, Options));

    /// <inheritdoc cref="Read{T}(string)"/>
    public static T Read<T>(byte[] json) => Checked(() => JsonSerializer.Deserialize<T>(json, Options));

    public static byte[] Compress(byte[] content)
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.Fastest))
        {
            brotli.Write(content);
        }

        return target.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are not what <see cref="Compress"/> made.</exception>
    public static byte[] Decompress(byte[] content)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(content), CompressionMode.Decompress);
            using var target = new MemoryStream();
            brotli.CopyTo(target);
            return target.ToArray();
        }
        catch (InvalidOperationException exception)
        {
            // The decoder reports some damaged input this way.
            throw new InvalidDataException("A stored value is damaged.", exception);
        }
    }

    private static T Checked<T>(Func<T?> read)
    {
        try
        {
            return read() ?? throw new InvalidDataException($"A stored {typeof(T).Name} is null.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"A stored {typeof(T).Name} cannot be read.", exception);
        }
    }
}
