using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Assistant.Policies.Rules;

/// <summary>
/// A mapping of a rule file, read key by key. What is wrong is collected with file, line, key and fix; keys that
/// nobody asked for are errors, too, so that a misspelt key never goes unnoticed.
/// </summary>
internal sealed class RuleNode
{
    private readonly RuleFileErrors errors;
    private readonly string path;
    private readonly YamlMappingNode node;
    private readonly Dictionary<string, (YamlNode Key, YamlNode Value)> entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <param name="path">Dotted path of the mapping within its file; empty for the file itself.</param>
    public RuleNode(RuleFileErrors errors, string path, YamlMappingNode node)
    {
        this.errors = errors;
        this.path = path;
        this.node = node;
        foreach (var (key, value) in node.Children)
        {
            if (key is not YamlScalarNode { Value: { Length: > 0 } name } || !entries.TryAdd(name, (key, value)))
            {
                errors.Add(LineOf(key), path, null, "a key must be a plain word that stands here once.");
            }
        }
    }

    /// <summary>A required text that is not blank.</summary>
    public string RequiredText(string key, string fix)
    {
        if (Text(key) is { } text && !string.IsNullOrWhiteSpace(text))
        {
            return text.Trim();
        }

        Report(key, entries.ContainsKey(key) ? "" : null, fix);
        return "";
    }

    /// <summary>A text, or null when the key is not there.</summary>
    public string? Text(string key)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        if (value is YamlScalarNode scalar)
        {
            return scalar.Value ?? "";
        }

        Report(key, null, "write one value here, not a list or a mapping.");
        return null;
    }

    /// <summary>A list of texts; a single text counts as a list of one; empty when the key is not there.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlScalarNode { Value: { Length: > 0 } single }:
                return [single];
            case YamlSequenceNode list when list.Children.All(c => c is YamlScalarNode { Value.Length: > 0 }):
                return [.. list.Children.Select(c => ((YamlScalarNode)c).Value!)];
            default:
                Report(key, null, "write a list of texts, such as [one, two].");
                return [];
        }
    }

    /// <summary>One of an enum's names, in any case.</summary>
    public T Choice<T>(string key, T fallback, bool required = false)
        where T : struct, Enum
    {
        var text = Text(key);
        if (text is null)
        {
            if (required && !entries.ContainsKey(key))
            {
                Report(key, null, $"the key is missing; add it with {Options<T>()}.");
            }

            return fallback;
        }

        return Parse(key, text, fallback);
    }

    /// <summary>A list of an enum's names; empty when the key is not there.</summary>
    public IReadOnlyList<T> Choices<T>(string key)
        where T : struct, Enum =>
        [.. Texts(key).Select(t => Parse<T>(key, t, default)).Distinct()];

    public bool Flag(string key, bool fallback)
    {
        switch (Text(key))
        {
            case null:
                return fallback;
            case "true":
                return true;
            case "false":
                return false;
            case var other:
                Report(key, other, "write true or false.");
                return fallback;
        }
    }

    public int Integer(string key, int fallback, int min, int max) => (int)Number(key, fallback, min, max, whole: true);

    public double Number(string key, double fallback, double min, double max) => Number(key, fallback, min, max, whole: false);

    public TimeSpan? Duration(string key, TimeSpan min, TimeSpan max)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration) && duration >= min && duration <= max)
        {
            return duration;
        }

        Report(key, text, $"write a time between {min} and {max}, such as 00:00:02.");
        return null;
    }

    /// <summary>A mapping; null when the key is not there.</summary>
    public RuleNode? Section(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case YamlMappingNode mapping:
                return new RuleNode(errors, Join(key), mapping);
            default:
                Report(key, null, "write keys and values below it.");
                return null;
        }
    }

    /// <summary>A mapping that is empty when the key is not there.</summary>
    public RuleNode SectionOrEmpty(string key) => Section(key) ?? new RuleNode(errors, Join(key), []);

    /// <summary>A list of mappings; empty when the key is not there.</summary>
    public IReadOnlyList<RuleNode> Sections(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlSequenceNode list when list.Children.All(c => c is YamlMappingNode):
                return [.. list.Children.Select((c, i) => new RuleNode(errors, $"{Join(key)}[{i}]", (YamlMappingNode)c))];
            default:
                Report(key, null, "write a list of mappings, each starting with '- '.");
                return [];
        }
    }

    /// <summary>Reports the keys that were not asked for.</summary>
    public void Complete()
    {
        foreach (var (key, entry) in entries.Where(e => !known.Contains(e.Key)))
        {
            errors.Add(LineOf(entry.Key), Join(key), null, $"this key is not known here; use {string.Join(", ", known.Order(StringComparer.Ordinal))}, or remove it.");
        }
    }

    /// <summary>Reports an error of a key's value.</summary>
    public void Report(string key, string? value, string fix) =>
        errors.Add(entries.TryGetValue(key, out var entry) ? LineOf(entry.Value) : LineOf(node), Join(key), value, fix);

    private double Number(string key, double fallback, double min, double max, bool whole)
    {
        if (Text(key) is not { } text)
        {
            return fallback;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max && (!whole || number == Math.Floor(number)))
        {
            return number;
        }

        Report(key, text, string.Create(CultureInfo.InvariantCulture, $"write a {(whole ? "whole " : "")}number between {min} and {max}."));
        return fallback;
    }

    private T Parse<T>(string key, string text, T fallback)
        where T : struct, Enum
    {
        var name = Enum.GetNames<T>().FirstOrDefault(n => string.Equals(n, text.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
        if (name is not null)
        {
            return Enum.Parse<T>(name);
        }

        Report(key, text, $"write {Options<T>()}.");
        return fallback;
    }

    private static string Options<T>()
        where T : struct, Enum =>
        string.Join(", ", Enum.GetNames<T>().SkipLast(1).Select(Spell)) + " or " + Spell(Enum.GetNames<T>()[^1]);

    /// <summary>"CreditCard" is written "credit-card" in a rule file.</summary>
    private static string Spell(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));

    private YamlNode? Find(string key)
    {
        known.Add(key);
        return entries.TryGetValue(key, out var entry) ? entry.Value : null;
    }

    private string Join(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static int LineOf(YamlNode at) => (int)at.Start.Line;
}

/// <summary>The errors of one rule file, in the order they were found.</summary>
internal sealed class RuleFileErrors(string file)
{
    private readonly List<PolicyRuleError> errors = [];

    public IReadOnlyList<PolicyRuleError> All => errors;

    public void Add(int line, string key, string? value, string fix) => errors.Add(new PolicyRuleError(file, line, key, value, fix));
}
