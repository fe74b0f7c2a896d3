using System.Text;

namespace Assistant.Ingestion.Parser.Pdf;

/// <summary>
/// Brings what stands on a page from left to right into the order in which it is read: Hebrew and Arabic words and
/// lines run from right to left, numbers and Latin words within them from left to right.
/// </summary>
internal static class BidiOrder
{
    /// <summary>The characters of a word, given from left to right.</summary>
    public static string Word(IReadOnlyList<PdfGlyph> glyphs)
    {
        var text = new StringBuilder();
        if (glyphs.Sum(g => Direction(g.Text)) < 0)
        {
            for (var i = glyphs.Count - 1; i >= 0; i--)
            {
                text.Append(glyphs[i].Text);
            }
        }
        else
        {
            foreach (var glyph in glyphs)
            {
                text.Append(glyph.Text);
            }
        }

        return text.ToString();
    }

    /// <summary>A line from its words, given from left to right.</summary>
    public static string Join(IReadOnlyList<PdfWord> words)
    {
        var directions = words.Select(w => Math.Sign(Direction(w.Text))).ToList();
        var isRightToLeft = words.Sum(w => Direction(w.Text)) < 0;
        var ordered = new List<string>(words.Count);
        for (var i = 0; i < words.Count;)
        {
            // A run of words that go against the line keeps its own order.
            var end = i + 1;
            var against = isRightToLeft ? directions[i] >= 0 : directions[i] < 0;
            while (against && end < words.Count && (isRightToLeft ? directions[end] >= 0 : directions[end] < 0))
            {
                end++;
            }

            var run = Enumerable.Range(i, end - i).Select(k => words[k].Text);
            ordered.Add(string.Join(' ', against && !isRightToLeft ? run.Reverse() : run));
            i = end;
        }

        if (isRightToLeft)
        {
            ordered.Reverse();
        }

        return string.Join(' ', ordered);
    }

    /// <summary>True when more of the text runs from right to left.</summary>
    public static bool IsRightToLeft(string text) => Direction(text) < 0;

    /// <summary>Letters that run from left to right minus those that run from right to left.</summary>
    private static int Direction(string text)
    {
        var direction = 0;
        foreach (var c in text)
        {
            direction += c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC')
                ? (char.IsDigit(c) ? 0 : -1)
                : char.IsLetter(c) ? 1 : 0;
        }

        return direction;
    }
}
