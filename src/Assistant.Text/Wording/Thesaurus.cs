using Assistant.Text.Analysis;

namespace Assistant.Text.Wording;

/// <summary>
/// Words that people at work use for the same thing: a question about "holiday" is answered by the leave policy.
/// Immutable; thread-safe.
/// </summary>
public sealed class Thesaurus
{
    private const int LongestPhrase = 4;

    private readonly TextAnalyzer analyzer;
    private readonly Dictionary<string, SynonymGroups> byLanguage;

    public Thesaurus(TextAnalyzer analyzer)
    {
        this.analyzer = analyzer;
        byLanguage = WordList.Languages.ToDictionary(l => l, l => SynonymGroups.Read(l, analyzer), StringComparer.Ordinal);
    }

    /// <summary>
    /// For every analysed term of a text: the terms that may stand for it, itself not among them. A phrase of the text
    /// gives its synonyms to each of its terms.
    /// </summary>
    /// <param name="language">ISO 639-1 code; no synonyms are known for others than en, de and es.</param>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Synonyms(string text, string language)
    {
        var found = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        if (byLanguage.TryGetValue(language, out var groups))
        {
            var terms = analyzer.Analyze(text, language).Select(t => t.Term).ToList();
            for (var start = 0; start < terms.Count; start++)
            {
                for (var length = 1; length <= LongestPhrase && start + length <= terms.Count; length++)
                {
                    var phrase = terms.GetRange(start, length);
                    Add(found, phrase, groups.Find(string.Join(' ', phrase)));
                }
            }
        }

        return found.ToDictionary(f => f.Key, f => (IReadOnlySet<string>)f.Value, StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, HashSet<string>> found, List<string> phrase, IReadOnlySet<string> synonyms)
    {
        if (synonyms.Count == 0)
        {
            return;
        }

        foreach (var term in phrase)
        {
            found.TryAdd(term, new HashSet<string>(StringComparer.Ordinal));
            found[term].UnionWith(synonyms);
            found[term].Remove(term);
        }
    }
}
