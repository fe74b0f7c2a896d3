using Assistant.Core.Documents;

namespace Assistant.Web.Chat.Sources;

/// <summary>Cuts the part of a document around a passage, in its own structure, with the passage marked.</summary>
internal static class SourceExcerpts
{
    private const string CellSeparator = " | ";

    /// <param name="start">Offset of the passage, UTF-16 code units; it and the length are brought inside the text.</param>
    /// <param name="before">Code units to show before the passage, at least; blocks are shown whole when they are short.</param>
    /// <param name="after">Code units to show after it.</param>
    public static SourceExcerpt Around(ExtractedDocument document, int start, int length, int before, int after)
    {
        var size = document.Text.Length;
        var from = Math.Clamp(start, 0, size);
        var to = Math.Clamp(from + Math.Max(length, 0), from, size);
        var window = (From: Math.Max(0, from - before), To: (int)Math.Min(size, (long)to + after));

        var blocks = new List<SourceBlock>();
        int? page = null;
        foreach (var block in document.Blocks.Where(b => b.End > window.From && b.Start < window.To && b.Length > 0))
        {
            var first = Math.Max(block.Start, window.From);
            var last = Math.Min(block.End, window.To);
            var cells = Cells(document.Text, block, first, last).Select(c => Runs(document.Text, c.From, c.To, from, to)).ToList();
            if (cells.Any(c => c.Count > 0))
            {
                blocks.Add(new SourceBlock(block.Kind, block.Level, block.Page == page ? null : block.Page, cells));
                page = block.Page ?? page;
            }
        }

        return new SourceExcerpt(Sections(blocks), window.From > 0, window.To < size);
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

    private static List<SourceRun> Runs(string text, int from, int to, int citedFrom, int citedTo)
    {
        while (to > from && char.IsWhiteSpace(text[to - 1]))
        {
            to--;
        }

        var runs = new List<SourceRun>(3);
        Add(from, Math.Min(to, citedFrom), cited: false);
        Add(Math.Max(from, citedFrom), Math.Min(to, citedTo), cited: true);
        Add(Math.Max(from, citedTo), to, cited: false);
        return runs;

        void Add(int start, int end, bool cited)
        {
            if (end > start)
            {
                runs.Add(new SourceRun(text[start..end], cited));
            }
        }
    }
}
