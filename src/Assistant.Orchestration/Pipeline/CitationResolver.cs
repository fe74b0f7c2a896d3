using System.Globalization;
using System.Text.RegularExpressions;
using Assistant.Core.Answers;
using Assistant.Core.Retrieval;

namespace Assistant.Orchestration.Pipeline;

/// <summary>Resolves "[n]" markers against the passages they were given for; a marker without a passage resolves to nothing.</summary>
internal static partial class CitationResolver
{
    /// <param name="sources">[n] stands for <c>sources[n - 1]</c>.</param>
    public static IReadOnlyList<Citation> Resolve(string text, IReadOnlyList<Passage> sources) =>
    [
        .. Marker().Matches(text)
            .Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture))
            .Where(n => n >= 1 && n <= sources.Count)
            .Distinct()
            .Order()
            .Select(n => Cite(n, sources[n - 1])),
    ];

    private static Citation Cite(int number, Passage passage) => new(
        number,
        passage.DocumentId,
        passage.VersionId,
        passage.VersionNumber,
        passage.DocumentTitle,
        passage.HeadingPath,
        passage.Page,
        passage.Start,
        passage.Text.Length);

    [GeneratedRegex(@"\[(\d{1,3})\]", RegexOptions.NonBacktracking)]
    private static partial Regex Marker();
}
