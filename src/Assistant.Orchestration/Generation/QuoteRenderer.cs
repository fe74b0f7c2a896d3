using Assistant.Core.Retrieval;
using Assistant.Orchestration.Evidence;

namespace Assistant.Orchestration.Generation;

/// <summary>Writes quotes as Markdown lines with citation markers.</summary>
internal sealed class QuoteRenderer
{
    private const string CellSeparator = " | ";
    private static readonly char[] LeadingMarkup = [' ', '#', '>', '-', '*', '+', '•', '·', '–', '‣', '▪', '○'];

    /// <summary>The lines of an extractive answer, in order; one paragraph, or one list item per source.</summary>
    public IEnumerable<string> Render(EvidenceSet evidence)
    {
        var groups = evidence.Quotes.GroupBy(q => q.Source).ToList();
        foreach (var group in groups)
        {
            var passage = evidence.Sources[group.Key - 1].Passage;
            var sentences = group.Select(q => $"{Render(passage, q)} [{q.Source}]");
            yield return (groups.Count > 1 ? "- " : "") + string.Join(' ', sentences) + "\n";
        }
    }

    private static string Render(Passage passage, Quote quote)
    {
        var text = passage.Text.Substring(quote.Span.Start, quote.Span.Length).TrimStart(LeadingMarkup);
        return text.Contains(CellSeparator, StringComparison.Ordinal) ? RenderRow(passage.TableHeader, text) : text;
    }

    /// <summary>A row reads "Country: Germany; Full day: 28" when its header fits, and as its cells when not.</summary>
    private static string RenderRow(string? header, string row)
    {
        var cells = Cells(row);
        var names = header is null ? [] : Cells(header);
        var shown = names.Length == cells.Length
            ? names.Zip(cells).Where(c => c.Second.Length > 0).Select(c => c.First.Length == 0 ? c.Second : $"{c.First}: {c.Second}")
            : cells.Where(c => c.Length > 0);
        return string.Join("; ", shown);
    }

    private static string[] Cells(string row) => row.Split('|', StringSplitOptions.TrimEntries);
}
