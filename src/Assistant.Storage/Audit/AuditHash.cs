using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Assistant.Storage.Audit;

/// <summary>SHA-256 over the previous hash, the entry's other columns and the JSON of its trace, each preceded by its length.</summary>
internal static class AuditHash
{
    /// <summary>What the first entry refers to.</summary>
    public static string Start { get; } = new('0', 64);

    /// <param name="traceJson">The trace before compression: the hash does not depend on the compressor.</param>
    /// <returns>Lower-case hex.</returns>
    public static string Compute(AuditEntry entry, byte[] traceJson)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, entry.PreviousHash);
        Append(hash, entry.Sequence);
        Append(hash, entry.TurnId.ToString("D"));
        Append(hash, entry.UserName);
        Append(hash, entry.Question);
        Append(hash, entry.RecordedAt.UtcTicks / TimeSpan.TicksPerMicrosecond);
        Append(hash, traceJson);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string text) => Append(hash, Encoding.UTF8.GetBytes(text));

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        Append(hash, bytes);
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
