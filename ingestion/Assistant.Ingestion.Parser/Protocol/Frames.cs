using System.Buffers.Binary;

namespace Assistant.Ingestion.Parser.Protocol;

/// <summary>Messages on a byte stream: a length in bytes (four bytes, little-endian), then that many bytes.</summary>
internal static class Frames
{
    public static async Task WriteAsync(Stream stream, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, message.Length);
        await stream.WriteAsync(length, cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync(message, cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The next message; null when the stream has ended, even in mid-message.</summary>
    /// <exception cref="InvalidDataException">The length is negative or above <paramref name="maxLength"/>.</exception>
    public static async Task<byte[]?> ReadAsync(Stream stream, int maxLength, CancellationToken cancellationToken)
    {
        var prefix = new byte[sizeof(int)];
        if (await stream.ReadAtLeastAsync(prefix, prefix.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < prefix.Length)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(prefix);
        if (length < 0 || length > maxLength)
        {
            throw new InvalidDataException($"A message of {length} bytes is not allowed; the limit is {maxLength}.");
        }

        var message = new byte[length];
        return await stream.ReadAtLeastAsync(message, length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) < length
            ? null
            : message;
    }
}
