using System.Globalization;
using System.Text.RegularExpressions;
using Assistant.Core.Documents;
using Assistant.Text.Sentences;

namespace Assistant.Web.Chat.Sources;

/// <summary>
/// Finds the sentences and table rows of a cited passage that an answer repeats word for word. Differences in case,
/// punctuation, markup and line breaks don't count.
/// </summary>
internal sealed partial class QuoteFinder(SentenceSplitter splitter)
{
    /// <summary>Letters and digits below which a sentence is found anywhere by chance.</summary>
    private const int ShortestSentence = 12;

    /// <param name="passage">The cited range, inside the document's text.</param>
    /// <param name="answer">Markdown with "[n]" markers; a marker stands behind what it supports.</param>
    /// <returns>Spans of the document's text, in order; empty when the answer puts it in words of its own.</returns>
    public IReadOnlyList<TextSpan> Find(ExtractedDocument document, TextSpan passage, string answer, int number)
    {
        var statements = StatementsFor(answer, number);
        return
        [
            .. document.Blocks.Where(b => b.End > passage.Start && b.Start < passage.End)
                .SelectMany(block => Candidates(document, block, passage))
                .Where(c => c.Words.Length > 0 && statements.Any(s => s.Contains(c.Words, StringComparison.Ordinal)))
                .Select(c => c.Span)
                .Distinct(),
        ];
    }

    private static List<string> StatementsFor(string answer, int number)
    {
        var statements = new List<string>();
        var (from, statement) = (0, "");
        foreach (Match marker in Marker().Matches(answer))
        {
            // Of several markers in a row, each stands for the text before the first.
            statement = Bare(answer.AsSpan(from, marker.Index - from)) is { Length: > 0 } text ? text : statement;
            from = marker.Index + marker.Length;
            if (int.Parse(marker.Groups[1].ValueSpan, CultureInfo.InvariantCulture) == number)
            {
                statements.Add(statement);
            }
        }

        return statements;
    }

    private IEnumerable<(TextSpan Span, string Words)> Candidates(ExtractedDocument document, TextBlock block, TextSpan passage)
    {
        var from = Math.Max(block.Start, passage.Start);
        var content = document.Text[from..Math.Min(block.End, passage.End)];
        if (block.Kind is BlockKind.TableRow)
        {
            var span = new TextSpan(from, content.Length);
            return Bare(content) is { Length: > 0 } cells ? [(span, cells), (span, WithHeaders(document, block, content))] : [];
        }

        return splitter.Split(content)
            .Select(s => (Span: new TextSpan(from + s.Start, s.Length), Words: Bare(content.AsSpan(s.Start, s.Length))))
            .Where(s => s.Words.Length >= ShortestSentence);
    }

    /// <summary>A row as an answer reads it out: "Country: Germany; Full day: 28". Empty cells are left out.</summary>
    private static string WithHeaders(ExtractedDocument document, TextBlock row, string content)
    {
        var header = document.Blocks.LastOrDefault(b => b.Kind == BlockKind.TableHeader && b.Start < row.Start);
        var names = header is null ? [] : document.Text[header.Start..header.End].Split('|');
        var cells = content.Split('|').Select(c => Bare(c));
        return string.Concat(names.Zip(cells).Where(c => c.Second.Length > 0).Select(c => Bare(c.First) + c.Second));
    }

    private static string Bare(ReadOnlySpan<char> text)
    {
        var bare = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                bare.Append(char.ToLowerInvariant(c));
            }
        }

        return bare.ToString();
    }

    [GeneratedRegex(@"\[(\d{1,3})\]", RegexOptions.NonBacktracking)]
    private static partial Regex Marker();
}
