using System.Collections.Concurrent;

namespace Assistant.Text.Analysis;

/// <summary>
/// The one analysis for indexing, querying and evidence checks: words are case-folded, stemmed in the text's
/// language and stripped of diacritics; numbers are brought to one form, identifiers kept whole and in parts;
/// stop words go. Scripts without word spaces become overlapping pairs of characters. Thread-safe.
/// </summary>
public sealed class TextAnalyzer
{
    private readonly ConcurrentDictionary<string, WordTerms> words = new(StringComparer.Ordinal);
    private readonly Lazy<string> fingerprint;

    public TextAnalyzer() => fingerprint = new(() => AnalysisFingerprint.Of(this));

    /// <summary>
    /// Changes when the analysis comes to give other terms, after an update of the program or of a library it uses:
    /// what was indexed under another fingerprint must be indexed again.
    /// </summary>
    public string Fingerprint => fingerprint.Value;

    /// <summary>The terms of a text, in order of where they begin.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">ISO 639-1 code; a text in an unknown one is folded but not stemmed.</param>
    public IReadOnlyList<Token> Analyze(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        var rules = LanguageRules.For(language);
        return new TermBuilder(text, rules, words.GetOrAdd(rules.Code, static (_, known) => new WordTerms(known), rules)).Build();
    }

    /// <summary>A word as it is compared: in lower case and without diacritics, but not stemmed.</summary>
    public string Fold(ReadOnlySpan<char> word) => Folding.Fold(Folding.Lower(word));
}
