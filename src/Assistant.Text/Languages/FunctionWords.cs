using System.Collections.Frozen;
using Assistant.Text.Analysis;

namespace Assistant.Text.Languages;

/// <summary>What the function words of a text say about its language.</summary>
internal sealed class FunctionWords
{
    private readonly FrozenDictionary<string, string[]> languagesByWord = LanguageRules.Codes
        .SelectMany(code => LanguageRules.For(code).StopWordSet.Select(word => (Word: word, Code: code)))
        .GroupBy(w => w.Word, w => w.Code, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    /// <summary>Adds to the score of each language for every word it has: the fewer languages share the word, the more.</summary>
    public void AddTo(Dictionary<string, double> scores, string text, double weight)
    {
        foreach (var run in WordSegmenter.Runs(text))
        {
            // The parts between apostrophes count for themselves: "l'anno", "don't".
            foreach (var part in WordParts.Of(text, run))
            {
                if (languagesByWord.TryGetValue(Folding.Fold(Folding.Lower(text.AsSpan(part.Start, part.Length))), out var languages))
                {
                    var share = weight * Math.Log((LanguageRules.Codes.Count + 1.0) / languages.Length);
                    foreach (var language in languages)
                    {
                        scores[language] += share;
                    }
                }
            }
        }
    }
}
