using System.Security.Cryptography;

namespace Assistant.Inference.Gguf;

/// <summary>SHA-256 of whole files: the identity of a base or adapter in every cache key.</summary>
internal static class ContentHash
{
    /// <summary>64 lower-case hexadecimal digits. Exceptions of the file system pass through.</summary>
    public static async Task<string> ComputeAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.Asynchronous | FileOptions.SequentialScan);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }
}
