using Assistant.Core.Policies;
using Assistant.Core.Retrieval;
using Assistant.Text.Analysis;

namespace Assistant.Policies.Detectors.Groundedness;

/// <summary>
/// Measures how well one sentence is supported by passages. A verbatim quote is supported. Otherwise its content
/// words must be there, most of them close together, and its numbers, dates, times, identifiers, names and
/// negations must be exactly those of the passages. Lexical: it finds what was made up, and not every altered relation.
/// </summary>
internal sealed class GroundednessChecker(TextAnalyzer analyzer, EvidenceReader reader)
{
    private const double AnywhereShare = 0.6;
    private const double QuestionCredit = 0.5;

    /// <param name="blanked">The sentence without its citation markers.</param>
    /// <param name="cited">At least one.</param>
    public Assessment Assess(string blanked, IReadOnlyList<Passage> cited, PolicyContext context)
    {
        var texts = cited.Select(reader.Read).ToList();
        if (texts.Any(t => t.Quotable.Any(q => q.Contains(blanked))))
        {
            return Assessment.Quote;
        }

        var language = texts[0].Language;
        var claim = Claim.Of(blanked, language, analyzer);
        if (claim.Words.Count == 0)
        {
            return Assessment.Quote;
        }

        var evidence = new Evidence(texts);
        var asked = analyzer.Analyze(context.Question, language).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        var terms = claim.Tokens.Select(t => t.Term).Distinct(StringComparer.Ordinal).ToList();
        var (window, bestUnit) = TermSupport.BestWindow(terms, claim.Facts, evidence);
        var (polarity, polarityDoubts) = PolaritySupport.Check(claim, evidence, bestUnit);
        var (names, namesAsked) = MissingNames(claim, evidence, asked, language);
        return new Assessment(
            (AnywhereShare * Anywhere(terms, evidence, asked)) + ((1 - AnywhereShare) * window),
            [.. FactSupport.Contradictions(claim, evidence), .. polarity, .. names],
            [.. FactSupport.Doubts(claim, evidence, evidence.Units.ElementAtOrDefault(bestUnit)), .. polarityDoubts, .. namesAsked]);
    }

    /// <summary>The share of terms that stand in the passages; those of the question alone count half.</summary>
    private static double Anywhere(List<string> terms, Evidence evidence, HashSet<string> asked) =>
        terms.Count == 0 ? 1 : terms.Sum(t => Math.Max(TermSupport.Match(t, evidence.Terms), asked.Contains(t) ? QuestionCredit : 0)) / terms.Count;

    private (IReadOnlyList<string> Missing, IReadOnlyList<string> Asked) MissingNames(Claim claim, Evidence evidence, HashSet<string> asked, string language)
    {
        var missing = claim.Names
            .Where(n => !evidence.Lower.Contains(n.Text.TrimEnd('s').TrimEnd('\'', '’'), StringComparison.Ordinal))
            .Select(n => (Name: claim.Text.Substring(n.Start, n.Length), Terms: analyzer.Analyze(n.Text, language)))
            .Where(n => n.Terms.Count > 0 && !n.Terms.All(t => TermSupport.Match(t.Term, evidence.Terms) > 0))
            .ToLookup(n => n.Terms.All(t => asked.Contains(t.Term)), n => $"\"{n.Name}\" is in no cited passage.");
        return ([.. missing[false]], [.. missing[true]]);
    }
}
