using System.Collections.Frozen;

namespace Assistant.Orchestration.Retrieval;

/// <summary>Tells whether a question leans on the one before it ("and for contractors?").</summary>
internal static class FollowUp
{
    private const int ShortQuestion = 7;

    private static readonly FrozenSet<string> Openers = Set(
        "and", "or", "but", "what about", "how about", "also", "then", "ok", "und", "oder", "aber", "wie sieht", "was ist mit", "auch", "y", "o", "pero", "qué pasa", "que pasa", "también");

    private static readonly FrozenSet<string> Pronouns = Set(
        "it", "that", "this", "they", "them", "those", "these", "one", "there", "instead", "es", "das", "sie", "dies", "davon", "dafür", "dort", "eso", "ese", "esa", "esto", "ellos", "allí");

    /// <summary>The question to search with as context, or null when the question stands on its own.</summary>
    /// <param name="previous">Earlier questions of the conversation, oldest first.</param>
    public static string? ContextFor(string question, IReadOnlyList<string> previous)
    {
        if (previous.Count == 0)
        {
            return null;
        }

        var text = question.Trim().ToLowerInvariant();
        var words = text.Split([' ', ',', '?', '.', '!', '¿', '¡'], StringSplitOptions.RemoveEmptyEntries);
        var leans = words.Length <= ShortQuestion
            || Openers.Any(o => text.StartsWith(o + " ", StringComparison.Ordinal))
            || words.Take(ShortQuestion).Any(Pronouns.Contains);
        return leans ? previous[^1] : null;
    }

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
