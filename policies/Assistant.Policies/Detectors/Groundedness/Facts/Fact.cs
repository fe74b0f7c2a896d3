namespace Assistant.Policies.Detectors.Groundedness.Facts;

/// <summary>Something in a text that must be exactly right: a number, a date, a time or an identifier.</summary>
/// <param name="Start">Offset in the scanned text, UTF-16 code units.</param>
/// <param name="Weak">True for what supports a claim but is not a claim that needs support, such as the word "one".</param>
internal abstract record Fact(int Start, int Length, bool Weak = false)
{
    public int End => Start + Length;
}

/// <summary>A number with what it counts.</summary>
/// <param name="Values">Its possible values: "1.500" is 1500 or 1.5 while the language is not known.</param>
/// <param name="Parts">For digits in groups ("1 500"): the groups as numbers of their own; else empty.</param>
/// <param name="Follower">The word behind it in lower case, such as "days"; null for none.</param>
internal sealed record NumberFact(
    int Start,
    int Length,
    IReadOnlyList<decimal> Values,
    NumberUnit Unit,
    IReadOnlyList<decimal> Parts,
    string? Follower = null,
    bool Weak = false) : Fact(Start, Length, Weak);

/// <summary>The unit that is part of a number's meaning.</summary>
/// <param name="Currency">ISO 4217 code; null for none.</param>
internal readonly record struct NumberUnit(bool Percent, string? Currency)
{
    public static NumberUnit None => default;
}

/// <summary>A date, or a part of one. "03/04/2026" has two readings.</summary>
internal sealed record DateFact(int Start, int Length, IReadOnlyList<CalendarDate> Readings, bool Weak = false) : Fact(Start, Length, Weak);

/// <param name="Year">Null when the text leaves it open.</param>
/// <param name="Day">Null for a whole month.</param>
internal readonly record struct CalendarDate(int? Year, int Month, int? Day);

/// <param name="Minutes">Since midnight.</param>
internal sealed record TimeFact(int Start, int Length, int Minutes) : Fact(Start, Length);

/// <summary>A product, ticket or part number, an e-mail or web address.</summary>
/// <param name="Value">Lower case.</param>
internal sealed record IdentifierFact(int Start, int Length, string Value) : Fact(Start, Length);
