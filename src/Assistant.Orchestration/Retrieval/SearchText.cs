using Assistant.Text.Analysis;
using Assistant.Text.Wording;

namespace Assistant.Orchestration.Retrieval;

/// <summary>
/// What a question is searched with: the words about its subject rank; the whole question and the words that may
/// stand for its own help to find.
/// </summary>
internal sealed class SearchText(TextAnalyzer analyzer, LightWords light, Thesaurus thesaurus)
{
    private const int FewestSubjectWords = 2;

    /// <param name="context">Earlier questions that this one leans on; null for none.</param>
    public (string Text, string Context) For(string question, string? context, string language)
    {
        var whole = context is null ? question : $"{context}\n{question}";
        var subject = analyzer.Analyze(whole, language)
            .Where(t => !t.IsVariant && !light.Contains(t.Term, language))
            .Select(t => whole.Substring(t.Start, t.Length))
            .ToList();
        var synonyms = thesaurus.Synonyms(whole, language).Values.SelectMany(s => s).Distinct(StringComparer.Ordinal);
        return (subject.Count >= FewestSubjectWords ? string.Join(' ', subject) : whole, string.Join(' ', [whole, .. synonyms]));
    }
}
