namespace Assistant.Policies.Detectors.Groundedness.Facts;

/// <summary>Finds the numbers, dates, times and identifiers of a text, in the order of their start.</summary>
internal static class FactScanner
{
    private static readonly string[] RangeWords = ["to", "and", "or", "until", "till", "through", "bis", "und", "oder", "al", "a", "y", "o", "-", "–", "—"];
    private static readonly string[] DateLinks = ["of", "de", "del", "the"];

    /// <param name="language">ISO 639-1 code of the text; null when it is not known.</param>
    public static IReadOnlyList<Fact> Scan(string text, string? language)
    {
        var scan = new Pass(Chunk.Split(text), language);
        for (var i = 0; i < scan.Chunks.Count; i++)
        {
            i = scan.Take(i);
        }

        return [.. scan.Facts];
    }

    /// <summary>The scan of one text: facts so far, and the chunk each ends in.</summary>
    private sealed class Pass(List<Chunk> chunks, string? language)
    {
        private const int FirstYear = 1900;
        private const int LastYear = 2199;
        private const int LongestGroup = 3;

        private readonly List<(Fact Fact, int Chunk)> found = [];

        public List<Chunk> Chunks => chunks;

        public IEnumerable<Fact> Facts => found.Select(f => f.Fact);

        /// <summary>Reads what begins at a chunk; returns the last chunk that was used.</summary>
        public int Take(int i)
        {
            var chunk = chunks[i];
            if (!chunk.HasDigit && Months.Of(chunk.Lower) is { } month)
            {
                return TakeDate(i, month);
            }

            var facts = ChunkReader.Read(chunk, language);
            if (facts.Count == 0)
            {
                return TakeWord(i);
            }

            foreach (var fact in facts.SkipLast(1))
            {
                found.Add((fact, i));
            }

            return facts[^1] is NumberFact number ? TakeNumber(i, number) : Add(facts[^1], i);
        }

        private int Add(Fact fact, int chunk)
        {
            found.Add((fact, chunk));
            return chunk;
        }

        private int TakeWord(int i)
        {
            var word = chunks[i].Lower;
            if (NumberWords.Value(word, language) is not { } value)
            {
                // A sign on its own belongs to the number behind it: "€ 28", "EUR 28".
                return Currencies.Code(word) is { } code && NextNumber(i + 1) is { Unit: { Percent: false, Currency: null } } number
                    ? TakeNumber(i + 1, number with { Unit = new NumberUnit(false, code), Start = chunks[i].Start, Length = number.End - chunks[i].Start })
                    : i;
            }

            return TakeNumber(i, new NumberFact(chunks[i].Start, chunks[i].Text.Length, [value], NumberUnit.None, [], Weak: value == 1));
        }

        private NumberFact? NextNumber(int i) =>
            i < chunks.Count && chunks[i].Joined && ChunkReader.Read(chunks[i], language) is [NumberFact number] ? number : null;

        /// <summary>A number with what follows it: groups of digits, a factor, a unit.</summary>
        private int TakeNumber(int i, NumberFact number)
        {
            var last = TakeGroups(i, ref number);
            if (Word(last + 1) is { } factorWord && NumberWords.Multiplier(factorWord) is { } factor && factorWord != "k")
            {
                number = number with { Values = [.. number.Values.Select(v => ChunkReader.Scale(v, factor))], Length = chunks[last + 1].End - number.Start, Weak = false };
                last++;
            }

            var word = Word(last + 1);
            var second = Word(last + 2);
            if (IsHourWord(word) && ChunkReader.ToTime(number.Start, number.Length, number.Values[0], word!.Replace(".", "", StringComparison.Ordinal)) is { } time)
            {
                return Add(time with { Length = chunks[last + 1].End - time.Start }, last + 1);
            }

            if (word is "%" or "percent" or "prozent" || (word is "per" && second is "cent") || (word is "por" && second is "ciento"))
            {
                last += word is "per" or "por" ? 2 : 1;
                return Add(number with { Unit = new NumberUnit(true, null), Weak = false, Length = chunks[last].End - number.Start }, last);
            }

            if (word is not null && number.Unit == NumberUnit.None && Currencies.Code(word) is { } code)
            {
                return Add(number with { Unit = new NumberUnit(false, code), Weak = false, Length = chunks[last + 1].End - number.Start }, last + 1);
            }

            return Add(number.Follower is null ? number with { Follower = word } : number, last);
        }

        /// <summary>"1 500 000": groups of three digits behind one of up to three.</summary>
        private int TakeGroups(int i, ref NumberFact number)
        {
            var last = i;
            var digits = chunks[i].Text;
            if (digits.Length > LongestGroup || !digits.All(char.IsAsciiDigit))
            {
                return i;
            }

            while (last + 1 < chunks.Count && chunks[last + 1] is { Joined: true } next && next.Text.Length == LongestGroup && next.Text.All(char.IsAsciiDigit))
            {
                digits += next.Text;
                last++;
            }

            if (last > i && NumberParser.Parse(digits, language) is [var value])
            {
                var parts = chunks.GetRange(i, last - i + 1).SelectMany(c => NumberParser.Parse(c.Text, language)).ToList();
                number = number with { Values = [value], Parts = parts, Length = chunks[last].End - number.Start };
                return last;
            }

            return i;
        }

        /// <summary>A month with the day before or behind it and the year.</summary>
        private int TakeDate(int i, int month)
        {
            var last = i;
            var start = chunks[i].Start;
            var before = i > 0 && DateLinks.Contains(chunks[i - 1].Lower) ? i - 2 : i - 1;
            int? day = null;
            if (found.Count > 0 && found[^1].Chunk == before && Day(found[^1].Fact) is { } dayBefore)
            {
                day = dayBefore;
                start = found[^1].Fact.Start;
                found.RemoveAt(found.Count - 1);
            }
            else if (i + 1 < chunks.Count && ChunkReader.Read(chunks[i + 1], language) is [{ } behind] && Day(behind) is { } dayBehind)
            {
                day = dayBehind;
                last = i + 1;
            }

            var link = last + 1 < chunks.Count && DateLinks.Contains(chunks[last + 1].Lower) ? 2 : 1;
            int? year = last + link < chunks.Count && ChunkReader.Read(chunks[last + link], language) is [NumberFact { Values: [var y] }] && y is >= FirstYear and <= LastYear ? (int)y : null;
            last = year is null ? last : last + link;
            if (day is null && year is null && !(Months.StandsAlone(chunks[i].Lower) && char.IsUpper(chunks[i].Text[0])) && language != "es")
            {
                return i;
            }

            AddRangeStart(before, month, year);
            return Add(new DateFact(start, chunks[last].End - start, [new CalendarDate(year, month, day)], Weak: day is null && year is null), last);
        }

        /// <summary>In "1 to 30 November" the 1 is a date, too.</summary>
        private void AddRangeStart(int before, int month, int? year)
        {
            if (found.Count > 0
                && Day(found[^1].Fact) is { } day
                && (found[^1].Chunk == before || (found[^1].Chunk == before - 2 && RangeWords.Contains(chunks[before - 1].Lower))))
            {
                var (fact, chunk) = found[^1];
                found[^1] = (new DateFact(fact.Start, fact.Length, [new CalendarDate(year, month, day)]), chunk);
            }
        }

        private static int? Day(Fact fact) =>
            fact is NumberFact { Unit: { Percent: false, Currency: null }, Values: [var value] } && value is >= 1 and <= 31 && value == Math.Floor(value) ? (int)value : null;

        /// <summary>"am" is a preposition in German.</summary>
        private bool IsHourWord(string? word) => word is "uhr" || (language is null or "en" && word is "am" or "pm" or "a.m" or "p.m");

        /// <summary>The chunk in lower case when it is a word; null when it is not, or when punctuation or a line end stands before it.</summary>
        private string? Word(int i) => i < chunks.Count && chunks[i].Joined && !chunks[i].HasDigit ? chunks[i].Lower : null;
    }
}
