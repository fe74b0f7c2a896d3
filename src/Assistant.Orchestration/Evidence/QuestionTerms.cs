using Assistant.Core.Retrieval;
using Assistant.Text.Analysis;

namespace Assistant.Orchestration.Evidence;

/// <summary>The analysed terms of a question with their weights: what evidence is measured by.</summary>
internal sealed class QuestionTerms
{
    /// <summary>Terms of the turn before count for less than the question's own.</summary>
    private const double ContextWeight = 0.4;

    private readonly Dictionary<string, double> weights = new(StringComparer.Ordinal);

    private QuestionTerms(IEnumerable<string> own, IEnumerable<string> context, TermStatistics statistics)
    {
        foreach (var term in own)
        {
            weights[term] = statistics.Idf(term);
        }

        foreach (var term in context)
        {
            weights.TryAdd(term, ContextWeight * statistics.Idf(term));
        }

        Total = weights.Values.Sum();
    }

    /// <summary>Sum of all weights.</summary>
    public double Total { get; }

    public IReadOnlyDictionary<string, double> Weights => weights;

    public static QuestionTerms Of(string question, string? context, string language, TermStatistics statistics, TextAnalyzer analyzer) => new(
        analyzer.Analyze(question, language).Select(t => t.Term),
        context is null ? [] : analyzer.Analyze(context, language).Select(t => t.Term),
        statistics);
}
