using System.Collections.Frozen;
using Assistant.Text.Analysis;

namespace Assistant.Adapters.Routing;

/// <summary>Tells whether a question makes sense only after another ("and for contractors?"). Words are compared folded.</summary>
internal sealed class Ellipsis(TextAnalyzer analyzer)
{
    private const int MostWords = 8;
    private const int FewWords = 3;

    private static readonly string[] Openers =
    [
        "and", "or", "but", "also", "then", "so", "what about", "how about", "what if", "same for", "is that", "does that", "why",
        "und", "oder", "aber", "auch", "dann", "was ist mit", "wie sieht es", "wie ist es", "wie ist das", "gilt das", "warum", "wieso",
        "y", "e", "o", "pero", "tambien", "entonces", "que pasa", "que tal", "lo mismo", "por que",
    ];

    private static readonly FrozenSet<string> BackReferences = FrozenSet.ToFrozenSet(
    [
        "it", "they", "them", "that", "those", "these", "there", "instead", "otherwise", "same",
        "davon", "dafur", "dazu", "damit", "dort", "stattdessen", "sonst", "diese", "dieser",
        "eso", "esa", "ese", "esos", "esas", "ello", "alli", "mismo", "misma",
    ]);

    public bool IsIn(string question)
    {
        string[] words = [.. analyzer.Analyze(question, "und").Select(t => t.Term)];
        if (words.Length > MostWords)
        {
            return false;
        }

        var text = string.Join(' ', words) + " ";
        return words.Length <= FewWords
            || Openers.Any(o => text.StartsWith(o + " ", StringComparison.Ordinal))
            || words.Any(BackReferences.Contains);
    }
}
