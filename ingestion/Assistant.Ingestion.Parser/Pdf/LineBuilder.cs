namespace Assistant.Ingestion.Parser.Pdf;

/// <summary>Puts glyphs together to words, and words to the segments of lines.</summary>
internal sealed class LineBuilder(Rulings rulings)
{
    /// <summary>Shares of the font size: baselines of one line, gaps between words, gaps between columns.</summary>
    private const double BaselineTolerance = 0.3;
    private const double WordGap = 0.17;
    private const double SegmentGap = 1.5;

    public List<PdfSegment> Segments(IReadOnlyList<PdfGlyph> glyphs) =>
        [.. MergeScripts(Lines(glyphs)).SelectMany(line => Segments(Words([.. line.OrderBy(g => g.Box.Left)])))];

    private static List<List<PdfGlyph>> Lines(IReadOnlyList<PdfGlyph> glyphs)
    {
        var lines = new List<List<PdfGlyph>>();
        var baseline = double.NaN;
        foreach (var glyph in glyphs.OrderByDescending(g => g.Baseline))
        {
            if (!(Math.Abs(glyph.Baseline - baseline) <= BaselineTolerance * glyph.Size))
            {
                lines.Add([]);
                baseline = glyph.Baseline;
            }

            lines[^1].Add(glyph);
        }

        return lines;
    }

    /// <summary>Superscripts and subscripts have baselines of their own; they go back into the line that they stand in.</summary>
    private static List<List<PdfGlyph>> MergeScripts(List<List<PdfGlyph>> lines)
    {
        var merged = new List<List<PdfGlyph>>();
        foreach (var line in lines)
        {
            if (merged.Count > 0 && (IsScriptOf(line, merged[^1]) || IsScriptOf(merged[^1], line)))
            {
                merged[^1].AddRange(line);
            }
            else
            {
                merged.Add(line);
            }
        }

        return merged;
    }

    /// <summary>Clearly smaller, overlapping in height, and standing where the other line has nothing.</summary>
    private static bool IsScriptOf(List<PdfGlyph> small, List<PdfGlyph> line)
    {
        var (size, lineSize) = (small.Max(g => g.Size), line.Max(g => g.Size));
        if (size > 0.85 * lineSize || small.Count > line.Count || Math.Abs(small[0].Baseline - line[0].Baseline) > 0.6 * lineSize)
        {
            return false;
        }

        return small.All(s => line.Exists(l => Math.Abs(l.Box.CentreX - s.Box.CentreX) < 3 * lineSize)
            && !line.Exists(l => !string.IsNullOrWhiteSpace(l.Text) && Math.Min(l.Box.Right, s.Box.Right) - Math.Max(l.Box.Left, s.Box.Left) > 0.3 * s.Box.Width));
    }

    private static List<PdfWord> Words(List<PdfGlyph> line)
    {
        var words = new List<PdfWord>();
        var word = new List<PdfGlyph>();
        foreach (var glyph in line)
        {
            var isBlank = string.IsNullOrWhiteSpace(glyph.Text);
            if (word.Count > 0 && (isBlank || glyph.Box.Left - word[^1].Box.Right > WordGap * Math.Max(glyph.Size, word[^1].Size)))
            {
                words.Add(Word(word));
                word = [];
            }

            if (!isBlank)
            {
                word.Add(glyph);
            }
        }

        if (word.Count > 0)
        {
            words.Add(Word(word));
        }

        return words;
    }

    private static PdfWord Word(List<PdfGlyph> glyphs) => new(
        BidiOrder.Word(glyphs),
        PdfBox.Around(glyphs.Select(g => g.Box)),
        glyphs.Max(g => g.Size),
        glyphs.Count(g => g.Bold) * 2 > glyphs.Count);

    private IEnumerable<PdfSegment> Segments(List<PdfWord> words)
    {
        var segment = new List<PdfWord>();
        foreach (var word in words)
        {
            if (segment.Count > 0 && (word.Box.Left - segment[^1].Box.Right > SegmentGap * Math.Max(word.Size, segment[^1].Size) || rulings.Part(segment[^1].Box, word.Box)))
            {
                yield return new PdfSegment(segment);
                segment = [];
            }

            segment.Add(word);
        }

        if (segment.Count > 0)
        {
            yield return new PdfSegment(segment);
        }
    }
}
