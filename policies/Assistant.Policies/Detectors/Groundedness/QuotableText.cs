using System.Text;

namespace Assistant.Policies.Detectors.Groundedness;

/// <summary>
/// A text in which verbatim quotes are looked up: markup and list signs gone, white space made single. A quote must
/// begin where a sentence, clause, list item or cell begins; from the middle of a sentence, "may work abroad" could
/// be cut out of "nobody may work abroad".
/// </summary>
internal sealed class QuotableText
{
    private const string CellSeparator = "|";
    private const string Markup = "*_`#>";
    private const string ListSigns = "-*+•·–‣▪○";
    private const string ClauseEnds = ".!?;:|";

    private readonly string text;
    private readonly HashSet<int> lineStarts = [];

    private QuotableText(string text) => this.text = Normalize(text, lineStarts);

    public static QuotableText Of(string text) => new(text);

    /// <summary>A table row as it is written, and as "Header: value; Header: value" when the header fits it.</summary>
    public static QuotableText OfRow(string? header, string row)
    {
        var cells = row.Split(CellSeparator, StringSplitOptions.TrimEntries);
        var names = header?.Split(CellSeparator, StringSplitOptions.TrimEntries) ?? [];
        var shown = names.Length == cells.Length
            ? names.Zip(cells).Where(c => c.Second.Length > 0).Select(c => c.First.Length == 0 ? c.Second : $"{c.First}: {c.Second}")
            : cells.Where(c => c.Length > 0);
        return new(string.Join("; ", shown));
    }

    /// <summary>True when the quote stands here word for word.</summary>
    public bool Contains(string quote)
    {
        var wanted = Normalize(quote, []).Trim().TrimEnd('.', ';', ',', ':', ' ');
        if (wanted.Length == 0)
        {
            return false;
        }

        for (var at = text.IndexOf(wanted, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(wanted, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + wanted.Length;
            if (BeginsClause(at) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private bool BeginsClause(int at)
    {
        var before = at;
        while (before > 0 && text[before - 1] == ' ')
        {
            before--;
        }

        return before == 0 || lineStarts.Contains(at) || ClauseEnds.Contains(text[before - 1], StringComparison.Ordinal);
    }

    /// <param name="lineStarts">Receives where lines begin that are more than the rest of a wrapped sentence.</param>
    private static string Normalize(string text, HashSet<int> lineStarts)
    {
        var plain = new StringBuilder(text.Length);
        var lineStart = true;
        var listItem = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                lineStart |= c == '\n';
                if (plain.Length > 0 && plain[^1] != ' ')
                {
                    plain.Append(' ');
                }
            }
            else if (lineStart && ListSigns.Contains(c, StringComparison.Ordinal) && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])))
            {
                listItem = true;
            }
            else if (!Markup.Contains(c, StringComparison.Ordinal))
            {
                if (lineStart && (listItem || !char.IsLower(c)))
                {
                    lineStarts.Add(plain.Length);
                }

                plain.Append(c);
                lineStart = listItem = false;
            }
        }

        return plain.ToString();
    }
}
