using Assistant.Core.Retrieval;
using Assistant.Retrieval.Ranking;
using Assistant.Text.Analysis;

namespace Assistant.Retrieval.Embedded;

/// <summary>A passage and its terms, analysed in its language.</summary>
/// <param name="Heading">Terms of the title, headings and table header.</param>
/// <param name="Grams">Distinct character n-grams of all of these.</param>
internal sealed record AnalyzedPassage(Passage Passage, IReadOnlyList<string> Body, IReadOnlyList<string> Heading, IReadOnlyList<string> Grams)
{
    public static AnalyzedPassage Of(Passage passage, TextAnalyzer analyzer)
    {
        var body = analyzer.Analyze(passage.Text, passage.Language);
        var heading = analyzer.Analyze(passage.Context, passage.Language);
        return new AnalyzedPassage(passage, [.. body.Select(t => t.Term)], [.. heading.Select(t => t.Term)], [.. CharacterGrams.Of(passage.Text, body, analyzer).Union(CharacterGrams.Of(passage.Context, heading, analyzer))]);
    }
}
