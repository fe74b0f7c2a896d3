using System.Buffers.Binary;
using System.Text.Json.Nodes;

namespace Assistant.Inference.Host.Embeddings;

/// <summary>The ways to write a vector that OpenAI knows.</summary>
internal static class VectorEncoding
{
    public const string Numbers = "float";
    public const string Base64 = "base64";

    public static JsonNode Write(float[] vector, string format) => format == Base64
        ? JsonValue.Create(Convert.ToBase64String(LittleEndian(vector)))
        : new JsonArray([.. vector.Select(v => JsonValue.Create(v))]);

    private static byte[] LittleEndian(float[] vector)
    {
        var bytes = new byte[vector.Length * sizeof(float)];
        for (var i = 0; i < vector.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), vector[i]);
        }

        return bytes;
    }
}
