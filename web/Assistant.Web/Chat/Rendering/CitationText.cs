using System.Globalization;
using Assistant.Core.Answers;

namespace Assistant.Web.Chat.Rendering;

/// <summary>How a citation reads in words.</summary>
public static class CitationText
{
    /// <summary>"Leave Policy, Carry-over, page 3".</summary>
    public static string Describe(Citation citation) =>
        string.Join(", ", new[] { citation.Title, citation.HeadingPath.LastOrDefault(h => h != citation.Title), Page(citation.Page) }.Where(p => !string.IsNullOrWhiteSpace(p)));

    /// <summary>"Leave Policy › Annual leave › Carry-over" without the title; empty when the passage stands under no heading.</summary>
    public static string Path(Citation citation) => string.Join(" › ", citation.HeadingPath.Where(h => h != citation.Title));

    public static string? Page(int? page) => page is null ? null : string.Create(CultureInfo.InvariantCulture, $"page {page}");
}
