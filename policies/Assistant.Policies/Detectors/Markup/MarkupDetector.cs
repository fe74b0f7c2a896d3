using System.Text.RegularExpressions;
using Assistant.Core.Policies;
using Assistant.Policies.Detectors.Citations;
using Assistant.Policies.Rules;

namespace Assistant.Policies.Detectors.Markup;

/// <summary>
/// Finds markup that acts (elements, script links, images) and addresses that the cited passages do not contain:
/// an address that a model made up can carry what it was told out of the house.
/// </summary>
internal sealed partial class MarkupDetector(IReadOnlyList<string> allowedHosts) : IDetector
{
    private static readonly char[] Triggers = ['<', ':', '!', '.'];

    public IReadOnlyList<Detection> Detect(PolicyCheck check, CancellationToken cancellationToken)
    {
        var text = check.Text;
        if (text.AsSpan().IndexOfAny(Triggers) < 0)
        {
            return [];
        }

        var found = new List<Detection>();
        Add(found, Element().Matches(text), "HTML element.");
        Add(found, ScriptLink().Matches(text), "Address that runs code or carries data.");
        Add(found, Image().Matches(text), "Image.");
        var cited = CitationMarkers.Cited(check);
        Add(found, Address().Matches(text).Where(m => !IsKnown(m.Value, cited)), "Address that is in no cited passage.");
        return found;
    }

    private bool IsKnown(string match, IReadOnlyList<Core.Retrieval.Passage> cited)
    {
        var address = match.TrimEnd('.', ',', ';', ':', '!', '?', '\'', '"', '*', '_');
        return cited.Any(p => p.Text.Contains(address, StringComparison.OrdinalIgnoreCase)) || IsAllowedHost(address);
    }

    private bool IsAllowedHost(string address) =>
        Uri.TryCreate(address.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "https://" + address : address, UriKind.Absolute, out var uri)
        && allowedHosts.Any(h => uri.Host.Equals(h, StringComparison.OrdinalIgnoreCase) || uri.Host.EndsWith("." + h, StringComparison.OrdinalIgnoreCase));

    private static void Add(List<Detection> found, IEnumerable<Match> matches, string detail) =>
        found.AddRange(matches.Select(m => new Detection(m.Index, m.Length, detail)));

    /// <summary>Elements that load, run or submit something, and any element with an attribute; "&lt;id&gt;" in an interface description is none.</summary>
    [GeneratedRegex(@"<(?:(?:/?(?:script|iframe|frame|frameset|object|embed|applet|img|svg|math|video|audio|link|meta|base|style|form|button|textarea|template|noscript|portal)\b[^>\n]*>?)|(?:[a-z][a-z0-9]*\s+[a-z-]+\s*=[^>\n]*>?)|(?:!--|!\[CDATA\[|!DOCTYPE|\?xml)[^>\n]*>?)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Element();

    [GeneratedRegex(@"\b(?:javascript|vbscript|livescript)\s*:[^\s)]*|\bdata:[a-z0-9.+-]+/[a-z0-9.+-]+[;,][^\s)]*|\bfile:///?[^\s)]*", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ScriptLink();

    [GeneratedRegex(@"!\[[^\]\n]*\](?:\([^)\n]*\)?|\[[^\]\n]*\])", RegexOptions.NonBacktracking)]
    private static partial Regex Image();

    [GeneratedRegex(@"(?:\b(?:https?|ftp|wss?)://|\bwww\.)[^\s<>)\]|`]+", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}

/// <summary>"markup": parameter <c>allowedHosts</c> lists hosts (and all below them) that may always be linked.</summary>
internal sealed class MarkupFactory : IDetectorFactory
{
    public string Name => "markup";

    public IReadOnlyList<PolicyStage> Stages { get; } = [PolicyStage.Output];

    public bool ReportsUncertain => false;

    public IDetector Create(RuleNode parameters) => new MarkupDetector(parameters.Texts("allowedHosts"));
}
