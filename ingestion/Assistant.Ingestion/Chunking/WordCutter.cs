using Assistant.Text.Sentences;

namespace Assistant.Ingestion.Chunking;

/// <summary>Cuts what is too long at blanks, or in mid-word where there are none; never between two halves of a character.</summary>
internal static class WordCutter
{
    public static IEnumerable<TextSpan> Cut(string text, int start, int length, int maximum)
    {
        var end = start + length;
        while (end - start > maximum)
        {
            var cut = text.LastIndexOf(' ', start + maximum, maximum / 2);
            if (cut < 0)
            {
                cut = start + maximum;
                cut -= char.IsLowSurrogate(text[cut]) ? 1 : 0;
            }

            yield return new TextSpan(start, cut - start);
            start = cut;
            while (start < end && char.IsWhiteSpace(text[start]))
            {
                start++;
            }
        }

        if (end > start)
        {
            yield return new TextSpan(start, end - start);
        }
    }
}
