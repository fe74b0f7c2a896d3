using System.Globalization;
using System.Text.RegularExpressions;
using Assistant.Core.Policies;
using Assistant.Core.Retrieval;

namespace Assistant.Policies.Detectors.Citations;

/// <summary>The "[n]" markers of a text.</summary>
internal static partial class CitationMarkers
{
    public static IReadOnlyList<CitationMarker> Find(string text) =>
    [
        .. Marker().Matches(text).Select(m => new CitationMarker(int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture), m.Index, m.Length)),
    ];

    /// <summary>The passages that a text cites, each once, in the order of the sources; markers without a source cite nothing.</summary>
    public static IReadOnlyList<Passage> Cited(PolicyCheck check) =>
    [
        .. Find(check.Text)
            .Select(m => m.Number)
            .Where(n => n >= 1 && n <= check.Context.Sources.Count)
            .Distinct()
            .Order()
            .Select(n => check.Context.Sources[n - 1]),
    ];

    /// <summary>The text with every marker overwritten by spaces: offsets stay what they are.</summary>
    public static string Blank(string text) =>
        text.Contains('[', StringComparison.Ordinal) ? Marker().Replace(text, m => new string(' ', m.Length)) : text;

    [GeneratedRegex(@"\[([0-9]{1,3})\]", RegexOptions.NonBacktracking)]
    private static partial Regex Marker();
}

/// <param name="Number">The n of "[n]".</param>
internal readonly record struct CitationMarker(int Number, int Start, int Length);
