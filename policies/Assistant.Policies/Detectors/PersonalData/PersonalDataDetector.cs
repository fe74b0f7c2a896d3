using Assistant.Core.Documents;
using Assistant.Core.Policies;
using Assistant.Core.Retrieval;
using Assistant.Policies.Detectors.Citations;

namespace Assistant.Policies.Detectors.PersonalData;

/// <summary>
/// Finds personal data, except contact data that stands in a passage which the text cites: employees ask for the
/// address of the service desk, and the document that they may read gives it.
/// </summary>
internal sealed class PersonalDataDetector(IReadOnlyList<(PersonalDataKind Kind, IPersonalDataFinder Finder)> finders, CitedExemption exemption) : IDetector
{
    public IReadOnlyList<Detection> Detect(PolicyCheck check, CancellationToken cancellationToken)
    {
        var text = CitationMarkers.Blank(check.Text);
        var found = new List<Detection>();
        IReadOnlyList<Passage>? cited = null;
        foreach (var (kind, finder) in finders)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var span in finder.Find(text))
            {
                cited ??= CitationMarkers.Cited(check);
                if (!exemption.Covers(text.Substring(span.Start, span.Length), cited))
                {
                    found.Add(new Detection(span.Start, span.Length, $"{kind}."));
                }
            }
        }

        return found;
    }
}

/// <summary>Which values of cited passages may be shown.</summary>
/// <param name="UpTo">Highest classification of a passage whose values may be shown; null for none.</param>
/// <param name="OwnDomains">Mail domains whose addresses may be shown from any cited passage.</param>
internal sealed record CitedExemption(Classification? UpTo, IReadOnlyList<string> OwnDomains)
{
    public bool Covers(string value, IReadOnlyList<Passage> cited) =>
        cited.Where(p => p.Classification <= UpTo || IsOwn(value)).Any(p => Stands(value, p.Text) || Stands(value, p.Context));

    private bool IsOwn(string value) => OwnDomains.Any(d => value.EndsWith("@" + d, StringComparison.OrdinalIgnoreCase));

    /// <summary>The value stands there as a whole; a number may be written with other separators between its digits.</summary>
    private static bool Stands(string value, string text)
    {
        var number = value.All(c => char.IsAsciiDigit(c) || IsSeparator(c) || c == '+');
        var wanted = number ? string.Concat(value.Where(c => !IsSeparator(c))) : value;
        for (var at = 0; at < text.Length; at++)
        {
            var begins = at == 0 || !char.IsLetterOrDigit(text[at - 1]);
            if (begins && StandsAt(wanted, text, at, number))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StandsAt(string wanted, string text, int at, bool number)
    {
        for (var i = 0; i < wanted.Length; i++)
        {
            while (number && i > 0 && at < text.Length && IsSeparator(text[at]))
            {
                at++;
            }

            if (at == text.Length || char.ToUpperInvariant(text[at]) != char.ToUpperInvariant(wanted[i]))
            {
                return false;
            }

            at++;
        }

        return at == text.Length || !char.IsLetterOrDigit(text[at]);
    }

    private static bool IsSeparator(char c) => c is ' ' or '-' or '/' or '.' or '(' or ')' or '\u00A0';
}
