using System.Text;

namespace Assistant.Ingestion.Parser.Pdf;

/// <summary>Joins lines that a page breaks.</summary>
internal static class LineJoin
{
    private static readonly HashSet<string> Conjunctions = new(StringComparer.Ordinal) { "and", "or", "und", "oder", "y", "o", "et", "ou" };

    /// <summary>The words of a table's cell, line by line.</summary>
    public static string Cell(IEnumerable<PdfWord> words)
    {
        var lines = new List<List<PdfWord>>();
        foreach (var word in words.OrderByDescending(w => w.Box.CentreY))
        {
            if (lines.Count == 0 || lines[^1][0].Box.CentreY - word.Box.CentreY > 0.4 * Math.Max(word.Size, lines[^1][0].Size))
            {
                lines.Add([]);
            }

            lines[^1].Add(word);
        }

        return Lines([.. lines.Select(l => BidiOrder.Join([.. l.OrderBy(w => w.Box.Left)]))], null);
    }

    /// <summary>Lines of one paragraph. A word divided at the end of a line becomes whole.</summary>
    /// <param name="vocabulary">Words of the document; null for none.</param>
    public static string Lines(IReadOnlyList<string> lines, HashSet<string>? vocabulary)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            Append(text, line, vocabulary);
        }

        return text.ToString();
    }

    public static void Append(StringBuilder text, string next, HashSet<string>? vocabulary)
    {
        if (text.Length == 0 || next.Length == 0)
        {
            text.Append(next);
        }
        else if (text[^1] == '\u00AD')
        {
            text.Length--;
            text.Append(next);
        }
        else if (text[^1] is '-' or '\u2010' && text.Length > 1 && char.IsLetter(text[^2]) && char.IsLower(next[0]))
        {
            AppendDivided(text, next, vocabulary);
        }
        else
        {
            text.Append(IsUnspaced(text[^1]) && IsUnspaced(next[0]) ? "" : " ").Append(next);
        }
    }

    /// <summary>"well-" + "known" keeps its hyphen when the document writes "well-known" elsewhere; "on-" + "and" is two words.</summary>
    private static void AppendDivided(StringBuilder text, string next, HashSet<string>? vocabulary)
    {
        var second = new string([.. next.TakeWhile(c => char.IsLetter(c) || c == '-')]);
        if (Conjunctions.Contains(second))
        {
            text.Append(' ').Append(next);
            return;
        }

        var start = text.Length - 1;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '-'))
        {
            start--;
        }

        var first = text.ToString(start, text.Length - 1 - start);
        if (vocabulary?.Contains($"{first}-{second}") != true || vocabulary.Contains(first + second))
        {
            text.Length--;
        }

        text.Append(next);
    }

    /// <summary>Chinese and Japanese are written without blanks.</summary>
    private static bool IsUnspaced(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\u3000' and <= '\u303F');
}
