using System.Text.RegularExpressions;
using Assistant.Core.Retrieval;
using Assistant.Orchestration.Evidence;

namespace Assistant.Orchestration.Generation;

/// <summary>Writes quotes as Markdown lines with citation markers.</summary>
internal sealed partial class QuoteRenderer
{
    /// <summary>
    /// The lines of an extractive answer, in order: the sentences of one source together, each table row on a line of
    /// its own, because a row is checked and read by itself. More than one line makes a list.
    /// </summary>
    public IEnumerable<string> Render(EvidenceSet evidence)
    {
        var lines = evidence.Quotes.GroupBy(q => q.Source).SelectMany(source => Lines(evidence.Sources[source.Key - 1].Passage, source)).ToList();
        return lines.Select(line => (lines.Count > 1 ? "- " : "") + line + "\n");
    }

    private static IEnumerable<string> Lines(Passage passage, IEnumerable<Quote> quotes)
    {
        var sentences = new List<string>();
        foreach (var quote in quotes)
        {
            var text = ListMark().Replace(passage.Text.Substring(quote.Span.Start, quote.Span.Length), "");
            if (!TableRow.Is(text))
            {
                sentences.Add($"{text} [{quote.Source}]");
                continue;
            }

            if (sentences.Count > 0)
            {
                yield return string.Join(' ', sentences);
                sentences.Clear();
            }

            yield return $"{RenderRow(passage.TableHeader, text)} [{quote.Source}]";
        }

        if (sentences.Count > 0)
        {
            yield return string.Join(' ', sentences);
        }
    }

    /// <summary>A row reads "Country: Germany; Full day: 28" when its header fits, and as its cells when not.</summary>
    private static string RenderRow(string? header, string row)
    {
        var cells = TableRow.Cells(row);
        var names = header is null ? [] : TableRow.Cells(header);
        var shown = names.Length == cells.Length
            ? names.Zip(cells).Where(c => c.Second.Length > 0).Select(c => c.First.Length == 0 ? c.Second : $"{c.First}: {c.Second}")
            : cells.Where(c => c.Length > 0);
        return string.Join("; ", shown);
    }

    /// <summary>Bullets, quote marks and enumerators: the answer is a list of its own, and "2." alone would read as a sentence.</summary>
    [GeneratedRegex(@"^([\s#>*+•·–‣▪○-]|\d{1,3}[.)]\s)+", RegexOptions.NonBacktracking)]
    private static partial Regex ListMark();
}
