using System.Text.Json;
using Assistant.Core.Domains;

namespace Assistant.Adapters.Routing.Examples;

/// <summary>Reads examples from JSON lines, <c>{"text": "…", "label": "hr"}</c> each; other properties and blank lines are ignored.</summary>
internal static class ExampleReader
{
    private const string ResourcePrefix = "routing/";
    private const string Extension = ".jsonl";

    /// <summary>The examples at a path, or the shipped ones, checked against the domains they are to train.</summary>
    /// <param name="path">A file, a folder of *.jsonl files, or null for the shipped examples.</param>
    public static ExampleSet ReadFor(DomainCatalog domains, string? path)
    {
        var set = path is null ? Shipped(domains) : Read(path);
        var ids = domains.All.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var labels = set.Examples.Select(e => e.Label).ToHashSet(StringComparer.Ordinal);
        return set with
        {
            Problems =
            [
                .. set.Problems,
                .. labels.Where(l => l != LabelledText.OutOfScope && !ids.Contains(l)).Order(StringComparer.Ordinal)
                    .Select(l => $"The label '{l}' is not a domain; use {string.Join(", ", ids)}, or '{LabelledText.OutOfScope}' for texts of no domain."),
                .. ids.Where(id => !labels.Contains(id)).Select(id => $"There is no example of the domain '{id}'; add some."),
            ],
        };
    }

    /// <summary>The examples of a file, or of all *.jsonl files of a folder in the order of their names.</summary>
    public static ExampleSet Read(string path)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            return new ExampleSet([], ["There is no such file or folder."]);
        }

        try
        {
            string[] files = File.Exists(path) ? [path] : [.. Directory.EnumerateFiles(path, "*" + Extension).Order(StringComparer.Ordinal)];
            return Combine(files.Select(f => Parse(Path.GetFileName(f), File.ReadLines(f))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ExampleSet([], [$"It cannot be read: {e.Message}"]);
        }
    }

    /// <summary>The shipped examples, without those of domains that are not in use.</summary>
    private static ExampleSet Shipped(DomainCatalog domains)
    {
        var assembly = typeof(ExampleReader).Assembly;
        var set = Combine(assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => Parse(n[ResourcePrefix.Length..], Lines(assembly.GetManifestResourceStream(n)!))));
        return set with { Examples = [.. set.Examples.Where(e => e.Label == LabelledText.OutOfScope || domains.Find(e.Label) is not null)] };
    }

    private static ExampleSet Combine(IEnumerable<ExampleSet> sets)
    {
        var all = sets.ToList();
        return new ExampleSet([.. all.SelectMany(s => s.Examples)], [.. all.SelectMany(s => s.Problems)]);
    }

    private static ExampleSet Parse(string file, IEnumerable<string> lines)
    {
        var examples = new List<LabelledText>();
        var problems = new List<string>();
        foreach (var (index, line) in lines.Index())
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (TryParse(line) is { } example)
            {
                examples.Add(example);
            }
            else
            {
                problems.Add($"{file}, line {index + 1} is not a JSON object with a 'text' and a 'label', both non-empty strings.");
            }
        }

        return new ExampleSet(examples, problems);
    }

    private static LabelledText? TryParse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && StringOf(document.RootElement, "text") is { } text
                && StringOf(document.RootElement, "label") is { } label
                ? new LabelledText(text, label)
                : null;
        }
        catch (JsonException)
        {
            return null; // the caller reports the line
        }
    }

    private static string? StringOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString())
            ? value.GetString()
            : null;

    private static IEnumerable<string> Lines(Stream stream)
    {
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
