using System.Text.RegularExpressions;
using Assistant.Text.Sentences;

namespace Assistant.Policies.Detectors.PersonalData;

/// <summary>E-mail addresses.</summary>
internal sealed partial class Emails : IPersonalDataFinder
{
    public IEnumerable<TextSpan> Find(string text) => text.Contains('@', StringComparison.Ordinal)
        ? Address().Matches(text).Select(m => new TextSpan(m.Index, m.Length))
        : [];

    [GeneratedRegex(@"[\p{L}\p{Nd}][\p{L}\p{Nd}._%+'-]*@(?:[\p{L}\p{Nd}-]+\.)+\p{L}{2,}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
