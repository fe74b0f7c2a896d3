using Assistant.Core.Documents;
using Assistant.Text.Sentences;

namespace Assistant.Web.Chat.Sources;

/// <summary>Cuts the part of a document around a passage, in its own structure, with the passage marked.</summary>
internal static class SourceExcerpts
{
    private const string CellSeparator = " | ";

    /// <param name="passage">The cited range, inside the text.</param>
    /// <param name="quotes">Parts of the passage that the answer repeats; empty to mark the whole of it.</param>
    /// <param name="before">Code units to show before the passage, at least; blocks are shown whole when they are short.</param>
    /// <param name="after">Code units to show after it.</param>
    public static SourceExcerpt Around(ExtractedDocument document, TextSpan passage, IReadOnlyList<TextSpan> quotes, int before, int after)
    {
        var size = document.Text.Length;
        var window = (From: Math.Max(0, passage.Start - before), To: (int)Math.Min(size, (long)passage.End + after));
        var marking = new Marking(passage, quotes);

        var blocks = new List<SourceBlock>();
        int? page = null;
        foreach (var block in document.Blocks.Where(b => b.End > window.From && b.Start < window.To && b.Length > 0))
        {
            var first = Math.Max(block.Start, window.From);
            var last = Math.Min(block.End, window.To);
            var cells = Cells(document.Text, block, first, last).Select(c => Runs(document.Text, c.From, c.To, marking)).ToList();
            if (cells.Any(c => c.Count > 0))
            {
                blocks.Add(new SourceBlock(block.Kind, block.Level, block.Page == page ? null : block.Page, cells));
                page = block.Page ?? page;
            }
        }

        return new SourceExcerpt(Sections(blocks), window.From > 0, window.To < size);
    }

    /// <summary>The range of a citation, brought inside the text: a citation is stored apart from the text it points into.</summary>
    public static TextSpan Clamp(ExtractedDocument document, int start, int length)
    {
        var from = Math.Clamp(start, 0, document.Text.Length);
        return new TextSpan(from, Math.Clamp(length, 0, document.Text.Length - from));
    }

    private static List<List<SourceBlock>> Sections(List<SourceBlock> blocks)
    {
        var sections = new List<List<SourceBlock>>();
        foreach (var block in blocks)
        {
            if (block.IsRow && block.Kind != BlockKind.TableHeader && sections.LastOrDefault() is [{ IsRow: true }, ..] table)
            {
                table.Add(block);
            }
            else
            {
                sections.Add([block]);
            }
        }

        return sections;
    }

    private static IEnumerable<(int From, int To)> Cells(string text, TextBlock block, int from, int to)
    {
        if (block.Kind is not (BlockKind.TableHeader or BlockKind.TableRow))
        {
            yield return (from, to);
            yield break;
        }

        while (from < to)
        {
            var next = text.IndexOf(CellSeparator, from, to - from, StringComparison.Ordinal);
            yield return (from, next < 0 ? to : next);
            from = next < 0 ? to : next + CellSeparator.Length;
        }
    }

    private static List<SourceRun> Runs(string text, int from, int to, Marking marking)
    {
        while (to > from && char.IsWhiteSpace(text[to - 1]))
        {
            to--;
        }

        var runs = new List<SourceRun>();
        foreach (var cut in marking.Cuts.Where(c => c > from && c < to).Append(to))
        {
            var emphasis = marking.At(from);
            if (runs is [.., var last] && last.Emphasis == emphasis)
            {
                runs[^1] = last with { Text = last.Text + text[from..cut] };
            }
            else if (cut > from)
            {
                runs.Add(new SourceRun(text[from..cut], emphasis));
            }

            from = cut;
        }

        return runs;
    }

    /// <summary>Where the passage and its quotes begin and end.</summary>
    private sealed record Marking(TextSpan Passage, IReadOnlyList<TextSpan> Quotes)
    {
        public IReadOnlyList<int> Cuts { get; } = [.. Quotes.Append(Passage).SelectMany(s => new[] { s.Start, s.End }).Distinct().Order()];

        public SourceEmphasis At(int offset) => !Covers(Passage, offset)
            ? SourceEmphasis.None
            : Quotes.Count == 0 || Quotes.Any(q => Covers(q, offset)) ? SourceEmphasis.Quote : SourceEmphasis.Passage;

        private static bool Covers(TextSpan span, int offset) => offset >= span.Start && offset < span.End;
    }
}
