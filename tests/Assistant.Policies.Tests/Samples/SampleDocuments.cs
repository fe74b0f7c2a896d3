using System.Text.Json;
using AngleSharp.Html.Parser;

namespace Assistant.Policies.Tests.Samples;

/// <summary>The sample organisation's documents in formats that need no reader.</summary>
internal static class SampleDocuments
{
    private static readonly string Folder = Path.Combine(Root(), "ingestion", "samples");

    public static IEnumerable<string> Questions =>
        File.ReadLines(Path.Combine(Folder, "questions.jsonl")).Where(l => l.Length > 0)
            .Select(l => JsonDocument.Parse(l).RootElement.GetProperty("question").GetString()!);

    /// <summary>Questions with the passage that answers them, and the facts an answer must show: one of each inner list.</summary>
    public static IEnumerable<(string Question, string Language, string Passage, IReadOnlyList<IReadOnlyList<string>> Facts)> Answers =>
        from line in File.ReadLines(Path.Combine(Folder, "questions.jsonl"))
        where line.Length > 0
        let q = JsonDocument.Parse(line).RootElement
        where q.GetProperty("kind").GetString() == "answerable"
        select (
            q.GetProperty("question").GetString()!,
            q.GetProperty("language").GetString()!,
            q.GetProperty("passage").GetString()!,
            (IReadOnlyList<IReadOnlyList<string>>)[.. q.GetProperty("facts").EnumerateArray().Select(f => f.EnumerateArray().Select(v => v.GetString()!).ToList())]);

    public static IEnumerable<SampleDocument> All =>
        from document in JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "manifest.json"))).RootElement.EnumerateArray()
        let path = document.GetProperty("path").GetString()!
        where Path.GetExtension(path) is ".md" or ".txt" or ".html" or ".csv"
        select Read(path, document.GetProperty("language").GetString()!);

    public static string PromptTemplates => Path.Combine(Root(), "src", "Assistant.Orchestration", "Composition", "Prompts");

    private static SampleDocument Read(string path, string language)
    {
        var text = File.ReadAllText(Path.Combine(Folder, path));
        switch (Path.GetExtension(path))
        {
            case ".html":
                return new SampleDocument(path, language, null, Html(text));
            case ".csv":
                var rows = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Cells).ToList();
                return new SampleDocument(path, language, rows[0], string.Join('\n', rows.Skip(1).Select(r => string.Join(" | ", r))));
            default:
                return new SampleDocument(path, language, null, text);
        }
    }

    private static string Html(string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        foreach (var hidden in document.QuerySelectorAll("style, script, title"))
        {
            hidden.Remove();
        }

        var blocks = document.QuerySelectorAll("p, li, h1, h2, h3, h4, div.legal, footer > *, tr").Select(e => e.LocalName == "tr"
            ? string.Join(" | ", e.Children.Select(c => Plain(c.TextContent)))
            : Plain(e.TextContent));
        return string.Join('\n', blocks.Where(b => b.Length > 0));
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string[] Cells(string line)
    {
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString().Trim());
        return [.. cells];
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Assistant.sln")))
        {
            folder = folder.Parent;
        }

        // The build output may lie outside of the checkout; then this file says where the checkout is.
        return folder?.FullName ?? Path.GetFullPath(Path.Combine(SourceFolder(), "..", "..", ".."));
    }

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

/// <param name="Header">Names of the columns of a table; null for prose.</param>
internal sealed record SampleDocument(string Path, string Language, IReadOnlyList<string>? Header, string Text);
