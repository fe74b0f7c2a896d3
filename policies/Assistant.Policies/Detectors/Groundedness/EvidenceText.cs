using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Assistant.Core.Retrieval;
using Assistant.Policies.Detectors.Groundedness.Facts;
using Assistant.Text.Analysis;
using Assistant.Text.Sentences;

namespace Assistant.Policies.Detectors.Groundedness;

/// <summary>A passage, analysed for checking claims against it.</summary>
/// <param name="Context">Title, headings and table header: they belong to every unit.</param>
/// <param name="Units">Sentences, list items and table rows, in order.</param>
/// <param name="Quotable">What a verbatim quote may be a part of: the text, and each row as it is rendered.</param>
/// <param name="Lower">Context and text, lower case.</param>
internal sealed record EvidenceText(
    EvidenceUnit Context,
    IReadOnlyList<EvidenceUnit> Units,
    IReadOnlyList<QuotableText> Quotable,
    string Lower,
    string Language);

/// <summary>A piece of a passage. All offsets refer to the piece.</summary>
/// <param name="Tokens">Content terms in order.</param>
/// <param name="Words">All words in order.</param>
internal sealed record EvidenceUnit(IReadOnlyList<Token> Tokens, FrozenSet<string> Terms, IReadOnlyList<Fact> Facts, IReadOnlyList<Word> Words, bool IsRow);

/// <summary>Analyses passages, and remembers the analysis for as long as somebody holds the passage.</summary>
internal sealed class EvidenceReader(TextAnalyzer analyzer, SentenceSplitter sentences)
{
    private const string CellSeparator = " | ";

    private readonly ConditionalWeakTable<Passage, EvidenceText> known = [];

    public EvidenceText Read(Passage passage) => known.GetValue(passage, Analyze);

    private EvidenceText Analyze(Passage passage)
    {
        var facts = FactScanner.Scan(passage.Text, passage.Language);
        var units = new List<EvidenceUnit>();
        var quotable = new List<QuotableText> { QuotableText.Of(passage.Text) };
        foreach (var span in sentences.Split(passage.Text))
        {
            var text = passage.Text.Substring(span.Start, span.Length);
            var isRow = text.Contains(CellSeparator, StringComparison.Ordinal);
            units.Add(Unit(text, [.. facts.Where(f => f.Start < span.End && span.Start < f.End).Select(f => f with { Start = f.Start - span.Start })], passage.Language, isRow));
            if (isRow)
            {
                quotable.Add(QuotableText.OfRow(passage.TableHeader, text));
            }
        }

        var context = Unit(passage.Context, FactScanner.Scan(passage.Context, passage.Language), passage.Language, isRow: false);
        return new EvidenceText(context, units, quotable, (passage.Context + "\n" + passage.Text).ToLowerInvariant(), passage.Language);
    }

    private EvidenceUnit Unit(string text, IReadOnlyList<Fact> facts, string language, bool isRow)
    {
        var tokens = analyzer.Analyze(text, language);
        return new EvidenceUnit(tokens, tokens.Select(t => t.Term).ToFrozenSet(StringComparer.Ordinal), facts, Word.Split(text), isRow);
    }
}
