using Assistant.Core.Retrieval;
using Assistant.Text.Analysis;

namespace Assistant.Retrieval.Embedded;

/// <summary>A passage and its terms, analysed in its language.</summary>
internal sealed record AnalyzedPassage(Passage Passage, IReadOnlyList<string> Body, IReadOnlyList<string> Heading)
{
    public static AnalyzedPassage Of(Passage passage, TextAnalyzer analyzer) => new(
        passage,
        [.. analyzer.Analyze(passage.Text, passage.Language).Select(t => t.Term)],
        [.. analyzer.Analyze(passage.Context, passage.Language).Select(t => t.Term)]);
}
