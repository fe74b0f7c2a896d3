using System.Collections.Frozen;
using Assistant.Text.Analysis;

namespace Assistant.Text.Wording;

/// <summary>The synonym groups of one language, by analysed phrase.</summary>
internal sealed class SynonymGroups
{
    private static readonly IReadOnlySet<string> None = FrozenSet<string>.Empty;

    private readonly FrozenDictionary<string, IReadOnlySet<string>> terms;

    private SynonymGroups(FrozenDictionary<string, IReadOnlySet<string>> terms) => this.terms = terms;

    /// <summary>All terms of the groups that hold an analysed phrase; empty for none.</summary>
    public IReadOnlySet<string> Find(string phrase) => terms.GetValueOrDefault(phrase, None);

    /// <summary>Reads the embedded list of a language: a group a line, its phrases separated by commas, "#" for comments.</summary>
    public static SynonymGroups Read(string language, TextAnalyzer analyzer)
    {
        var members = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var line in WordList.Lines("synonyms", language))
        {
            var phrases = line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(p => analyzer.Analyze(p, language).Select(t => t.Term).ToList())
                .Where(p => p.Count > 0)
                .ToList();

            // A word of a longer phrase alone ("home" of "home office") does not stand for the group.
            var words = phrases.Where(p => p.Count == 1).Select(p => p[0]).ToList();
            foreach (var phrase in phrases)
            {
                var key = string.Join(' ', phrase);
                members.TryAdd(key, new HashSet<string>(StringComparer.Ordinal));
                members[key].UnionWith(words);
                members[key].UnionWith(phrases.Where(p => p.Count > 1 && phrase.Count == 1).SelectMany(p => p).Where(w => w.Length > 3));
            }
        }

        return new SynonymGroups(members.ToFrozenDictionary(m => m.Key, m => (IReadOnlySet<string>)m.Value, StringComparer.Ordinal));
    }
}
