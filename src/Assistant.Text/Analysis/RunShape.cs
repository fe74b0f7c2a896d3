namespace Assistant.Text.Analysis;

/// <summary>Tells what a word run is from how it is written.</summary>
internal static class RunShape
{
    private const int MostJoinedParts = 5;

    /// <summary>All small letters but the first: most words are, and need not be taken apart.</summary>
    public static bool IsPlainWord(ReadOnlySpan<char> run)
    {
        foreach (var c in run[1..])
        {
            if (!char.IsLower(c))
            {
                return false;
            }
        }

        return char.IsLetter(run[0]);
    }

    /// <summary>"v2.3", "V10".</summary>
    public static bool IsVersion(char first, List<WordPart> parts) =>
        first is 'v' or 'V' && parts[0].Length == 1 && parts.Skip(1).All(p => p.IsNumber && p.Glue is '\0' or '.');

    /// <summary>"z.B", "U.S", "p.ej".</summary>
    public static bool IsAbbreviation(List<WordPart> parts) =>
        parts.TrueForAll(p => !p.IsNumber && p.Length <= 2) && parts.Skip(1).All(p => p.Glue == '.');

    /// <summary>Numbers with points that are no single number: a version or an address, but not a date.</summary>
    public static bool IsDotted(List<WordPart> parts) =>
        parts.TrueForAll(p => p.Glue is '\0' or '.') && parts is not [{ Length: <= 2 }, { Length: <= 2 }, { Length: 2 or 4 }];

    /// <summary>"retry_count", "PX-400": pieces that are also looked for as one word. "30-day" is none, nor is "config.json".</summary>
    public static bool IsIdentifier(List<WordPart> parts) =>
        parts.Count <= MostJoinedParts
        && parts.Exists(p => p.Glue != '\0')
        && (parts.Exists(p => p.Glue == '_') || (parts.Exists(p => p.IsNumber) && !parts[0].IsNumber && !parts.Exists(p => p.Glue == '.')));

    /// <summary>The parts between connectors.</summary>
    public static List<List<WordPart>> Pieces(List<WordPart> parts)
    {
        var pieces = new List<List<WordPart>>();
        foreach (var part in parts)
        {
            if (part.Glue != '\0' || pieces.Count == 0)
            {
                pieces.Add([]);
            }

            pieces[^1].Add(part);
        }

        return pieces;
    }
}
