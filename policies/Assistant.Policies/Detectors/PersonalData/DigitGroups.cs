using Assistant.Text.Sentences;

namespace Assistant.Policies.Detectors.PersonalData;

/// <summary>Groups of digits that single spaces or hyphens join: "4111 1111-1111 1111" is a run of four groups.</summary>
internal static class DigitGroups
{
    /// <summary>Every stretch of whole groups within a run that has a number of digits in the range, longest first per start.</summary>
    public static IEnumerable<(TextSpan Span, string Digits)> Stretches(string text, int minDigits, int maxDigits)
    {
        foreach (var run in Runs(text))
        {
            for (var first = 0; first < run.Count; first++)
            {
                var last = first;
                var total = 0;
                while (last < run.Count && total + run[last].Length <= maxDigits)
                {
                    total += run[last++].Length;
                }

                for (; last > first && total >= minDigits; last--)
                {
                    var span = new TextSpan(run[first].Start, run[last - 1].End - run[first].Start);
                    yield return (span, string.Concat(run.Skip(first).Take(last - first).Select(g => text.AsSpan(g.Start, g.Length).ToString())));
                    total -= run[last - 1].Length;
                }
            }
        }
    }

    private static IEnumerable<List<TextSpan>> Runs(string text)
    {
        var run = new List<TextSpan>();
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                i++;
            }

            if (run.Count > 0 && !(start - run[^1].End == 1 && text[start - 1] is ' ' or '-' or '\u00A0'))
            {
                yield return run;
                run = [];
            }

            // Digits that are part of a word ("INV4111") begin or end no number of their own.
            var inWord = (start > 0 && char.IsLetter(text[start - 1])) || (i < text.Length && char.IsLetter(text[i]));
            if (!inWord)
            {
                run.Add(new TextSpan(start, i - start));
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }
}
