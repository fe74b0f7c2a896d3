using System.Collections.Frozen;
using Assistant.Text.Analysis;
using Assistant.Text.Languages;
using Assistant.Text.Wording;

namespace Assistant.Orchestration.Retrieval;

/// <summary>Tells whether a question leans on the ones before it ("and for contractors?"), and on which.</summary>
internal sealed class FollowUp(TextAnalyzer analyzer, LightWords light, LanguageDetector languages)
{
    /// <summary>A question with more words about its subject stands on its own even when it says "it".</summary>
    private const int SubjectWords = 3;
    private const int OpeningWords = 7;

    private static readonly FrozenSet<string> Openers = Set(
        "and", "or", "but", "what about", "how about", "also", "then", "ok", "und", "oder", "aber", "wie sieht", "was ist mit", "auch", "y", "o", "pero", "qué pasa", "que pasa", "también");

    private static readonly FrozenSet<string> Pronouns = Set(
        "it", "that", "this", "they", "them", "those", "these", "one", "there", "instead", "es", "das", "sie", "dies", "davon", "dafür", "dort", "eso", "ese", "esa", "esto", "ellos", "allí");

    /// <summary>The earlier questions that a question needs to be understood, as one text; null when it stands on its own.</summary>
    /// <param name="previous">Earlier questions of the conversation, oldest first.</param>
    public string? ContextFor(string question, IReadOnlyList<string> previous)
    {
        var needed = new Stack<string>();
        var current = question;
        for (var i = previous.Count - 1; i >= 0 && Leans(current); i--)
        {
            current = previous[i];
            needed.Push(current);
        }

        return needed.Count == 0 ? null : string.Join('\n', needed);
    }

    private bool Leans(string question)
    {
        var text = question.Trim().ToLowerInvariant();
        if (Openers.Any(o => text.StartsWith(o + " ", StringComparison.Ordinal)))
        {
            return true;
        }

        var language = languages.Detect(question);
        var subject = analyzer.Analyze(question, language).Select(t => t.Term).Distinct(StringComparer.Ordinal).Count(t => !light.Contains(t, language));
        var words = text.Split([' ', ',', '?', '.', '!', '¿', '¡'], StringSplitOptions.RemoveEmptyEntries);
        return subject <= 1 || (subject <= SubjectWords && words.Take(OpeningWords).Any(Pronouns.Contains));
    }

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
