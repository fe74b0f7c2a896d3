using Assistant.Text.Analysis;

namespace Assistant.Orchestration.Evidence;

/// <summary>The terms of a piece of text.</summary>
/// <param name="Sequence">One term for each word, in order.</param>
/// <param name="Terms">All terms, second readings ("px400" beside "px" and "400") among them.</param>
internal sealed record AnalysedText(IReadOnlyList<string> Sequence, IReadOnlySet<string> Terms)
{
    public static AnalysedText Of(string text, string language, TextAnalyzer analyzer)
    {
        var tokens = analyzer.Analyze(text, language);
        return new AnalysedText([.. tokens.Where(t => !t.IsVariant).Select(t => t.Term)], tokens.Select(t => t.Term).ToHashSet(StringComparer.Ordinal));
    }
}
