using System.Text;

namespace Assistant.Text.Analysis;

/// <summary>A piece of a word run: all letters or all digits.</summary>
/// <param name="Glue">The connector before it; '\0' at the start and where letters, digits or cases meet.</param>
internal readonly record struct WordPart(int Start, int Length, bool IsNumber, char Glue)
{
    public int End => Start + Length;
}

/// <summary>Takes word runs apart: at connectors, where letters meet digits, and at the humps of camelCase.</summary>
internal static class WordParts
{
    private enum Shape
    {
        Digit,
        Upper,
        Lower,
    }

    public static List<WordPart> Of(string text, WordRun run)
    {
        var parts = new List<WordPart>();
        var start = run.Start;
        var glue = '\0';
        var previous = (Shape?)null;
        for (var at = run.Start; at < run.End;)
        {
            if (WordSegmenter.IsConnector(text[at]))
            {
                Add(at);
                (start, glue, previous) = (at + 1, text[at], null);
                at++;
                continue;
            }

            Rune.TryGetRuneAt(text, at, out var rune);
            var shape = ShapeOf(rune, previous);
            if (previous is { } before && IsBoundary(text, before, shape, at, run.End))
            {
                Add(at);
                (start, glue) = (at, '\0');
            }

            previous = shape;
            at += rune.Utf16SequenceLength;
        }

        Add(run.End);
        return parts;

        void Add(int end)
        {
            if (end > start)
            {
                parts.Add(new WordPart(start, end - start, previous == Shape.Digit, glue));
            }
        }
    }

    /// <summary>Marks go with what they stand on; scripts without case count as lower.</summary>
    private static Shape ShapeOf(Rune rune, Shape? previous)
    {
        if (Rune.IsDigit(rune))
        {
            return Shape.Digit;
        }

        if (Rune.IsUpper(rune))
        {
            return Shape.Upper;
        }

        return !Rune.IsLetter(rune) && previous is { } same ? same : Shape.Lower;
    }

    /// <summary>"px|400", "30|km", "user|Name"; in "HTTPServer" the last capital begins the next part.</summary>
    private static bool IsBoundary(string text, Shape before, Shape now, int at, int end) => (before, now) switch
    {
        (Shape.Digit, not Shape.Digit) or (not Shape.Digit, Shape.Digit) => true,
        (Shape.Lower, Shape.Upper) => true,
        (Shape.Upper, Shape.Upper) => at + 1 < end && char.IsLower(text[at + 1]),
        _ => false,
    };
}
