using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Assistant.Policies.Detectors.Groundedness.Facts;

/// <summary>Reads the facts of one chunk that holds digits, or is an address.</summary>
internal static partial class ChunkReader
{
    private const int NoonHour = 12;

    private static readonly FrozenSet<string> Ordinals = Set("st nd rd th er º ª");
    private static readonly FrozenSet<string> Units = Set("h s ms min kg g mg km m cm mm l ml kb mb gb tb kbit mbit gbit w kw mw kwh v a mah hz khz mhz ghz °c °f c bar mbar pa kpa hpa px pt x d");
    private static readonly char[] RangeJoints = ['–', '—', '-', '/', '‑', '…'];

    /// <summary>The facts, in order; a chunk that holds digits and is nothing else is an identifier.</summary>
    public static IReadOnlyList<Fact> Read(Chunk chunk, string? language)
    {
        var text = chunk.Text;
        if (Address().IsMatch(text))
        {
            return [new IdentifierFact(chunk.Start, text.Length, text.ToLowerInvariant())];
        }

        if (!chunk.HasDigit)
        {
            return [];
        }

        if (ReadDate(text, chunk.Start) is { } date)
        {
            return [date];
        }

        if (ReadSingle(text, chunk.Start, language) is { } single)
        {
            return [single];
        }

        return ReadRange(text, chunk.Start, language) ?? ReadCompound(text, chunk.Start, language) ?? [new IdentifierFact(chunk.Start, text.Length, text.ToLowerInvariant())];
    }

    private static DateFact? ReadDate(string text, int start)
    {
        if (IsoDate().Match(text) is { Success: true } iso)
        {
            return Date(start, text.Length, [(Number(iso, 1), Number(iso, 2), Number(iso, 3))]);
        }

        if (LocalDate().Match(text) is not { Success: true } local)
        {
            return null;
        }

        var (first, second, year) = (Number(local, 1), Number(local, 2), Number(local, 3));
        year += year < 100 ? 2000 : 0;
        return text.Contains('.', StringComparison.Ordinal)
            ? Date(start, text.Length, [(year, second, first)])
            : Date(start, text.Length, [(year, second, first), (year, first, second)]);
    }

    private static DateFact? Date(int start, int length, IEnumerable<(int Year, int Month, int Day)> readings)
    {
        var valid = readings.Where(r => r.Month is >= 1 and <= 12 && r.Day is >= 1 and <= 31).Distinct()
            .Select(r => new CalendarDate(r.Year, r.Month, r.Day)).ToList();
        return valid.Count == 0 ? null : new DateFact(start, length, valid);
    }

    /// <summary>A time, or a number with what is written onto it.</summary>
    private static Fact? ReadSingle(string text, int start, string? language)
    {
        if (Time().Match(text) is { Success: true } time)
        {
            return ReadTime(time, start);
        }

        if (Amount().Match(text) is not { Success: true } amount)
        {
            return null;
        }

        var values = NumberParser.Parse(amount.Groups["number"].ValueSpan, language);
        var before = amount.Groups["before"].Value.ToLowerInvariant();
        var after = amount.Groups["after"].Value;
        if (values.Count == 0 || (before.Length > 0 && Currencies.Code(before) is null))
        {
            return null;
        }

        values = amount.Groups["minus"].Success ? [.. values.Select(v => -v)] : values;
        var currency = before.Length > 0 ? Currencies.Code(before) : null;
        var word = after.ToLowerInvariant();
        if (word is "am" or "pm")
        {
            return ToTime(start, text.Length, values[0], word);
        }

        return word switch
        {
            "" => new NumberFact(start, text.Length, values, new NumberUnit(false, currency), []),
            "%" => new NumberFact(start, text.Length, values, new NumberUnit(true, null), []),
            _ when Currencies.Code(word) is { } code => new NumberFact(start, text.Length, values, new NumberUnit(false, code), []),
            "k" or "bn" => Scaled(start, text.Length, values, NumberWords.Multiplier(word)!.Value, currency),
            "m" when currency is not null => Scaled(start, text.Length, values, NumberWords.Multiplier("million")!.Value, currency),
            _ when Ordinals.Contains(word) => new NumberFact(start, text.Length, values, NumberUnit.None, []),
            _ when Units.Contains(word) => new NumberFact(start, text.Length, values, NumberUnit.None, [], word),
            _ => null,
        };
    }

    /// <summary>"3–5", "08:00-17:00", "2026/2027", "1.-30.", "mid-19th": each side by itself, and lower-case words left out.</summary>
    private static List<Fact>? ReadRange(string text, int start, string? language)
    {
        var parts = new List<Fact>();
        var from = 0;
        foreach (var part in text.Split(RangeJoints))
        {
            var bare = part.TrimEnd('.', ',');
            if (parts.Count == 0 && bare.Length > 1 && bare.All(char.IsLower))
            {
                from += part.Length + 1;
                continue;
            }

            if (bare.Length == 0 || ReadSingle(bare, start + from, language) is not { } fact)
            {
                return null;
            }

            parts.Add(fact);
            from += part.Length + 1;
        }

        return parts;
    }

    /// <summary>"24-hour", "30-tägig": a number and the lower-case word it belongs to.</summary>
    private static List<Fact>? ReadCompound(string text, int start, string? language)
    {
        if (Compound().Match(text) is not { Success: true } compound)
        {
            return null;
        }

        var values = NumberParser.Parse(compound.Groups[1].ValueSpan, language);
        var word = compound.Groups[2].Value;
        return values.Count == 0 ? null : [new NumberFact(start, compound.Groups[1].Length, values, NumberUnit.None, [], word)];
    }

    private static TimeFact? ReadTime(Match time, int start)
    {
        var (hour, minute) = (Number(time, 1), Number(time, 2));
        if (hour > 24 || minute > 59)
        {
            return null;
        }

        var half = time.Groups[3].Value.ToLowerInvariant();
        return new TimeFact(start, time.Length, (Hour(hour, half) * 60) + minute);
    }

    /// <summary>"5pm" is 17:00; null when it is no hour.</summary>
    public static TimeFact? ToTime(int start, int length, decimal value, string half)
    {
        if (value is < 0 or > 24)
        {
            return null;
        }

        var hour = (int)Math.Floor(value);
        var minutes = (value - hour) * 100;
        return minutes > 59 ? null : new TimeFact(start, length, (Hour(hour, half) * 60) + (int)minutes);
    }

    private static int Hour(int hour, string half) => half switch
    {
        "pm" when hour < NoonHour => hour + NoonHour,
        "am" when hour == NoonHour => 0,
        _ => hour,
    };

    private static NumberFact Scaled(int start, int length, IReadOnlyList<decimal> values, decimal factor, string? currency) =>
        new(start, length, [.. values.Select(v => Scale(v, factor))], new NumberUnit(false, currency), []);

    /// <summary>The product, or the value when the product is larger than a number can be.</summary>
    public static decimal Scale(decimal value, decimal factor) => Math.Abs(value) <= decimal.MaxValue / factor ? value * factor : value;

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$|://|^www\.", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(@"^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$", RegexOptions.NonBacktracking)]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"^([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4}|[0-9]{2})$", RegexOptions.NonBacktracking)]
    private static partial Regex LocalDate();

    [GeneratedRegex(@"^([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?(am|pm|AM|PM|h)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Time();

    [GeneratedRegex(@"^(?<before>US\$|[€£$¥]|[A-Z]{3})?(?:(?<minus>[−-])|[+±~≈<>≤≥=§#])?(?<number>[0-9](?:[0-9.,'’]*[0-9])?)(?:['’]s|(?<after>%|[€£$]|°?\p{L}{1,5}|[ºª]))?$", RegexOptions.NonBacktracking)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^([0-9]+(?:[.,][0-9]+)?)[-‑](\p{Ll}[\p{Ll}-]*)$", RegexOptions.NonBacktracking)]
    private static partial Regex Compound();
}
