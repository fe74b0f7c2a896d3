using System.Buffers;
using System.Security.Cryptography;
using Assistant.Core.Documents;
using Microsoft.Extensions.Options;

namespace Assistant.Storage.Files;

/// <summary>
/// Uploaded bytes at DataPath/files/ab/cdef…, the path being their SHA-256. A file appears there whole and on disk, or
/// not at all: it is written to DataPath/files/incoming and moved.
/// </summary>
internal sealed class FileStore(IOptions<StorageOptions> options) : IFileStore
{
    private const int BufferSize = 128 * 1024;
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly string root = Path.Combine(options.Value.DataPath, "files");

    private string Incoming => Path.Combine(root, "incoming");

    public async Task<StoredFile> SaveAsync(Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Incoming);
        var temporary = Path.Combine(Incoming, Path.GetRandomFileName());
        try
        {
            var stored = await CopyAsync(content, temporary, maxBytes, cancellationToken).ConfigureAwait(false);
            var target = Locate(stored.ContentHash)!;
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);

            // Replaces the same bytes when they are there already.
            File.Move(temporary, target, overwrite: true);
            return stored;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public string? PathOf(string contentHash) => Locate(contentHash) is { } path && File.Exists(path) ? path : null;

    public void Delete(string contentHash)
    {
        if (PathOf(contentHash) is { } path)
        {
            File.Delete(path);
        }
    }

    /// <summary>Removes what uploads left that were cut off with the process. Returns how many.</summary>
    internal int RemoveLeftovers()
    {
        Directory.CreateDirectory(Incoming);
        var leftovers = Directory.GetFiles(Incoming);
        foreach (var file in leftovers)
        {
            File.Delete(file);
        }

        return leftovers.Length;
    }

    private static async Task<StoredFile> CopyAsync(Stream content, string path, long maxBytes, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
            long size = 0;
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                size += read;
                if (size > maxBytes)
                {
                    throw new FileTooLargeException(maxBytes);
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }

            file.Flush(flushToDisk: true);
            return new StoredFile(Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Where a file of this hash belongs; null when it is no hash, so that none can name a path.</summary>
    private string? Locate(string contentHash) =>
        contentHash.Length == 2 * SHA256.HashSizeInBytes && !contentHash.AsSpan().ContainsAnyExcept(HexDigits)
            ? Path.Combine(root, contentHash[..2], contentHash[2..])
            : null;
}
