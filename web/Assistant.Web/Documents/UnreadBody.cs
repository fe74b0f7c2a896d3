using System.Buffers;

namespace Assistant.Web.Documents;

/// <summary>
/// Reads what a client still sends of a refused upload and throws it away. Closing the connection instead would reach
/// most browsers as a broken connection, and the reason would be lost.
/// </summary>
internal static class UnreadBody
{
    /// <summary>More than this, or for longer, is not waited for.</summary>
    private const long MostBytes = 1024L * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static async Task DrainAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.Headers.Expect.Count > 0 || request.ContentLength > MostBytes)
        {
            return;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            long total = 0;
            int read;
            while (total < MostBytes && (read = await request.Body.ReadAsync(buffer, limit.Token)) > 0)
            {
                total += read;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Too slow: the answer goes out, and the server closes the connection.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
