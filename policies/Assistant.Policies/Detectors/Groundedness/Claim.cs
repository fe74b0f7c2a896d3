using System.Text.RegularExpressions;
using Assistant.Policies.Detectors.Groundedness.Facts;
using Assistant.Text.Analysis;

namespace Assistant.Policies.Detectors.Groundedness;

/// <summary>A sentence of an answer, analysed.</summary>
/// <param name="Text">Without markers, list signs and list numbers; offsets refer to it.</param>
/// <param name="Tokens">Content terms outside the facts, in order.</param>
/// <param name="Names">Capitalised words in the middle of the sentence, where the language capitalises names only.</param>
internal sealed partial record Claim(
    string Text,
    IReadOnlyList<Token> Tokens,
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<Word> Words,
    IReadOnlyList<Word> Names)
{
    private const string SentenceOpeners = ".!?:;\"“„«»(|—–•*";

    /// <param name="blanked">The sentence without its citation markers.</param>
    public static Claim Of(string blanked, string language, TextAnalyzer analyzer)
    {
        var text = ListSign().Replace(blanked, "");
        var facts = FactScanner.Scan(text, language);
        var tokens = analyzer.Analyze(text, language)
            .Where(t => !facts.Any(f => !f.Weak && t.Start < f.End && f.Start < t.Start + t.Length))
            .ToList();
        var words = Word.Split(text);
        var names = words.Where(w => IsName(w, text, language) && !facts.Any(f => w.Start < f.End && f.Start < w.End)).ToList();
        return new Claim(text, tokens, [.. facts.Where(f => !f.Weak)], words, names);
    }

    /// <summary>German capitalises every noun: there only capitals within the word make a name.</summary>
    private static bool IsName(Word word, string text, string language) =>
        char.IsUpper(text[word.Start]) && word.Length > 1
        && (text.AsSpan(word.Start + 1, word.Length - 1).IndexOfAnyInRange('A', 'Z') >= 0 || (language != "de" && !BeginsSentence(text, word.Start)));

    private static bool BeginsSentence(string text, int start)
    {
        var before = text.AsSpan(0, start).TrimEnd();
        return before.Length == 0 || SentenceOpeners.Contains(before[^1], StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\s*(?:[-*+•·–‣▪○#>]+\s+)*(?:[0-9]{1,2}[.)]\s+)?", RegexOptions.NonBacktracking)]
    private static partial Regex ListSign();
}
