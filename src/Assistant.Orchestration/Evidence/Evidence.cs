using Assistant.Core.Retrieval;
using Assistant.Orchestration.Retrieval;
using Assistant.Text.Sentences;

namespace Assistant.Orchestration.Evidence;

/// <summary>What the retrieved passages have to say to a question.</summary>
/// <param name="Support">How well the best passage supports an answer, 0–1.</param>
/// <param name="Sources">The passages an answer may cite, in citation order: [n] is <c>Sources[n - 1]</c>.</param>
/// <param name="Quotes">The best supporting units, in the order an extractive answer shows them.</param>
internal sealed record EvidenceSet(double Support, IReadOnlyList<UsablePassage> Sources, IReadOnlyList<Quote> Quotes)
{
    public static EvidenceSet None { get; } = new(0, [], []);

    public IReadOnlyList<Passage> Passages => [.. Sources.Select(s => s.Passage)];
}

/// <summary>One verbatim unit (sentence, list item or table row) of a source.</summary>
/// <param name="Source">Citation number, from 1.</param>
/// <param name="Span">Range of the passage's text.</param>
internal sealed record Quote(int Source, TextSpan Span, double Score);
