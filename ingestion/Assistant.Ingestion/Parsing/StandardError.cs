using System.Text;

namespace Assistant.Ingestion.Parsing;

/// <summary>Drains a process's standard error, so that it never blocks on it, and keeps the end.</summary>
internal static class StandardError
{
    private const int KeptCharacters = 2_000;

    public static async Task<string> ReadEndAsync(StreamReader reader)
    {
        var end = new StringBuilder();
        var buffer = new char[1024];
        try
        {
            while (await reader.ReadAsync(buffer).ConfigureAwait(false) is > 0 and var count)
            {
                end.Append(buffer, 0, count);
                if (end.Length > KeptCharacters)
                {
                    end.Remove(0, end.Length - KeptCharacters);
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The process is gone; what it said until then is kept.
        }

        return end.ToString();
    }
}
