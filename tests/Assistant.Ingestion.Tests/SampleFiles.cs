using System.Text.Json;

namespace Assistant.Ingestion.Tests;

/// <summary>The sample organisation, as it comes with the application.</summary>
internal static class SampleFiles
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>One file of every format.</summary>
    public static IReadOnlyList<string> OneOfEach { get; } =
    [
        "hr/leave-policy.v3.md", "hr/training-budget.txt", "hr/sick-leave.html", "hr/parental-leave.pdf", "hr/remote-work-policy.v2.docx",
        "hr/benefits-overview-2026.pptx", "hr/salary-bands-2026.xlsx", "finance/vendor-master-data.csv", "hr/public-holiday-swap.eml",
    ];

    /// <summary>Files, all versions counted.</summary>
    public static int Count
    {
        get
        {
            using var manifest = JsonDocument.Parse(File.ReadAllText(PathOf("manifest.json")));
            return manifest.RootElement.GetArrayLength();
        }
    }

    public static string PathOf(string relative) => Path.Combine(Folder, relative);

    /// <summary>For every document its newest file, relative to the folder.</summary>
    public static IReadOnlyDictionary<string, string> NewestFiles()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(PathOf("manifest.json")));
        return manifest.RootElement.EnumerateArray()
            .GroupBy(e => e.GetProperty("document").GetString()!)
            .ToDictionary(g => g.Key, g => g.MaxBy(e => e.GetProperty("version").GetInt32()).GetProperty("path").GetString()!);
    }

    /// <summary>The passages that hold the answers to the sample questions.</summary>
    public static IReadOnlyList<GoldPassage> GoldPassages() =>
    [
        .. File.ReadLines(PathOf("questions.jsonl"))
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            .Where(q => q.GetProperty("passage").ValueKind == JsonValueKind.String)
            .Select(q => new GoldPassage(q.GetProperty("id").GetString()!, q.GetProperty("document").GetString()!, q.GetProperty("passage").GetString()!)),
    ];
}

internal sealed record GoldPassage(string Question, string Document, string Text);
