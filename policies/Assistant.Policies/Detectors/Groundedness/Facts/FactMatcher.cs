namespace Assistant.Policies.Detectors.Groundedness.Facts;

/// <summary>Whether a fact of a claim stands in the evidence.</summary>
internal static class FactMatcher
{
    /// <param name="evidence">The facts to look among.</param>
    /// <param name="text">The text they come from, lower case.</param>
    public static bool Supports(Fact claim, IReadOnlyCollection<Fact> evidence, string text) => claim switch
    {
        NumberFact number => evidence.Any(e => Matches(number, e, text)) || InParts(number, evidence, text),
        DateFact date => evidence.OfType<DateFact>().Any(e => Matches(date, e, evidence)),
        TimeFact time => evidence.OfType<TimeFact>().Any(e => e.Minutes == time.Minutes) || IsHour(time, evidence),
        IdentifierFact identifier => Contains(text, identifier.Value),
        _ => false,
    };

    /// <summary>The evidence holds the number itself, or a date or time that contains it.</summary>
    public static bool Matches(NumberFact claim, Fact evidence, string text) => evidence switch
    {
        NumberFact number => IsSameUnit(claim.Unit, number.Unit, text) && (claim.Values.Intersect(number.Values).Any() || claim.Values.Intersect(number.Parts).Any()),
        DateFact date => claim.Unit == NumberUnit.None && date.Readings.Any(r => claim.Values.Contains(r.Year ?? -1) || claim.Values.Contains(r.Day ?? -1)),
        _ => false,
    };

    /// <summary>Grouped digits of a claim may stand apart in the evidence, and the other way round.</summary>
    private static bool InParts(NumberFact claim, IReadOnlyCollection<Fact> evidence, string text) =>
        claim.Parts.Count > 0 && claim.Parts.All(p => evidence.Any(e => Matches(claim with { Values = [p], Parts = [] }, e, text)));

    /// <summary>
    /// A unit that one side leaves out must stand somewhere in the text, as in a table whose header says "%" or
    /// "EUR"; a number without a currency may stand for one with it.
    /// </summary>
    private static bool IsSameUnit(NumberUnit claim, NumberUnit evidence, string text) =>
        claim == evidence
        || (claim is { Percent: true } && evidence == NumberUnit.None && (text.Contains('%', StringComparison.Ordinal) || text.Contains("percent", StringComparison.Ordinal) || text.Contains("prozent", StringComparison.Ordinal) || text.Contains("porcentaje", StringComparison.Ordinal)))
        || (claim is { Currency: { } currency } && evidence == NumberUnit.None && Chunk.Split(text).Any(c => Currencies.Code(c.Lower) == currency || Currencies.Code(c.Text[..1]) == currency))
        || (claim == NumberUnit.None && evidence.Currency is not null);

    private static bool Matches(DateFact claim, DateFact evidence, IReadOnlyCollection<Fact> all) =>
        claim.Readings.Any(c => evidence.Readings.Any(e =>
            c.Month == e.Month
            && (c.Day == e.Day || (c.Day is null && c.Year is not null && c.Year == e.Year) || (c.Day is null && c.Year is null))
            && (c.Year is null || c.Year == e.Year || (e.Year is null && HasYear(c.Year.Value, all)))));

    private static bool HasYear(int year, IReadOnlyCollection<Fact> all) =>
        all.Any(f => f is NumberFact n ? n.Values.Contains(year) : f is DateFact d && d.Readings.Any(r => r.Year == year));

    /// <summary>"17:00" in a claim may be "17" in a table of hours.</summary>
    private static bool IsHour(TimeFact time, IReadOnlyCollection<Fact> evidence) =>
        time.Minutes % 60 == 0 && evidence.OfType<NumberFact>().Any(n => n.Unit == NumberUnit.None && n.Values.Contains(time.Minutes / 60));

    /// <summary>The identifier as a whole: not as a part of a longer one.</summary>
    private static bool Contains(string text, string identifier)
    {
        for (var at = text.IndexOf(identifier, StringComparison.Ordinal); at >= 0; at = text.IndexOf(identifier, at + 1, StringComparison.Ordinal))
        {
            var end = at + identifier.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
