namespace Assistant.Core.Documents;

/// <summary>Uploaded bytes, addressed by their SHA-256. Storing the same bytes twice stores them once.</summary>
public interface IFileStore
{
    /// <summary>Copies a stream into the store, hashing on the way; what was written goes away if the copy fails.</summary>
    /// <exception cref="FileTooLargeException">The stream holds more than <paramref name="maxBytes"/> bytes.</exception>
    Task<StoredFile> SaveAsync(Stream content, long maxBytes, CancellationToken cancellationToken);

    /// <summary>The path of a stored file; null when it is not there.</summary>
    string? PathOf(string contentHash);

    void Delete(string contentHash);
}

/// <param name="ContentHash">SHA-256, lower-case hex.</param>
public sealed record StoredFile(string ContentHash, long SizeBytes);

/// <summary>An upload ran over the configured limit.</summary>
public sealed class FileTooLargeException(long maxBytes) : IOException($"The file is larger than {maxBytes} bytes.")
{
    public long MaxBytes { get; } = maxBytes;
}
