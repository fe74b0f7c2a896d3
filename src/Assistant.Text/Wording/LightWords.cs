using System.Collections.Frozen;
using Assistant.Text.Analysis;

namespace Assistant.Text.Wording;

/// <summary>
/// Everyday words ("get", "sister", "next week") that say little about the subject of a question, however rare they
/// are in the documents. Thread-safe.
/// </summary>
public sealed class LightWords(TextAnalyzer analyzer)
{
    private readonly FrozenDictionary<string, FrozenSet<string>> byLanguage = WordList.Languages.ToFrozenDictionary(
        l => l,
        l => analyzer.Analyze(string.Join('\n', WordList.Lines("light", l)), l).Select(t => t.Term).ToFrozenSet(StringComparer.Ordinal),
        StringComparer.Ordinal);

    /// <param name="term">An analysed term.</param>
    /// <param name="language">ISO 639-1 code; no word of another language than en, de and es is light.</param>
    public bool Contains(string term, string language) =>
        byLanguage.TryGetValue(language, out var words) && words.Contains(term);
}
