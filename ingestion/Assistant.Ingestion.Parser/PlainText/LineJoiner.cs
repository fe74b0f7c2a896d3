using System.Text;

namespace Assistant.Ingestion.Parser.PlainText;

/// <summary>Undoes the wrapping of lines: a line break stays only where the next word would still have fitted.</summary>
internal static class LineJoiner
{
    private const int NarrowestWrap = 40;
    private const int WidestWrap = 120;

    /// <summary>A line this full that ends in the middle of a sentence was wrapped, even if a short word would have fitted.</summary>
    private const double FullShare = 0.9;

    /// <summary>The width at which the lines were wrapped, in characters; 0 when they do not seem to have been wrapped.</summary>
    public static int WrapWidth(IReadOnlyCollection<string> lines)
    {
        var lengths = lines.Select(l => l.TrimEnd().Length).Where(l => l >= NarrowestWrap).Order().ToList();
        if (lengths.Count < 2)
        {
            return 0;
        }

        // A few longer lines (addresses, commands) do not say anything about the rest.
        var width = lengths[(int)((lengths.Count - 1) * 0.95)];
        return width <= WidestWrap ? width : 0;
    }

    /// <summary>Joins lines of one paragraph. A line that begins in lower case goes on with the one above, unless that ends a sentence.</summary>
    /// <param name="width">The width at which lines were wrapped; 0 for none.</param>
    public static string Join(IReadOnlyList<string> lines, int width)
    {
        var joined = new StringBuilder(lines[0].Trim());
        for (var i = 1; i < lines.Count; i++)
        {
            var next = lines[i].Trim();
            var firstWord = next.IndexOf(' ') is var space and > 0 ? space : next.Length;
            var length = lines[i - 1].TrimEnd().Length;
            var wrapped = width > 0 && length + 1 + firstWord > width;
            var isFull = width > 0 && length >= FullShare * width;
            var goesOn = (char.IsLower(next[0]) || isFull) && joined[^1] is not ('.' or ':' or ';' or '!' or '?');
            joined.Append(wrapped || goesOn ? ' ' : '\n').Append(next);
        }

        return joined.ToString();
    }
}
