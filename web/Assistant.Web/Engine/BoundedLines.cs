using System.Runtime.CompilerServices;
using System.Text;

namespace Assistant.Web.Engine;

/// <summary>Reads the lines of a process's output. A longer line than allowed is cut, so that no output fills the memory.</summary>
internal static class BoundedLines
{
    public const int LongestLine = 2_000;

    public static async IAsyncEnumerable<string> ReadAsync(TextReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        var buffer = new char[1024];
        while (await ReadAsync(reader, buffer, cancellationToken) is > 0 and var count)
        {
            for (var i = 0; i < count; i++)
            {
                if (buffer[i] != '\n')
                {
                    if (line.Length < LongestLine)
                    {
                        line.Append(buffer[i]);
                    }

                    continue;
                }

                yield return line.ToString().TrimEnd('\r');
                line.Clear();
            }
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }

    /// <summary>Zero at the end, also when the process is gone and its pipe with it.</summary>
    private static async ValueTask<int> ReadAsync(TextReader reader, Memory<char> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            return 0;
        }
    }
}
