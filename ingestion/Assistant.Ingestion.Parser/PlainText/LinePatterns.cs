using System.Text.RegularExpressions;

namespace Assistant.Ingestion.Parser.PlainText;

/// <summary>What a line of plain text looks like.</summary>
internal static partial class LinePatterns
{
    private const int MaxHeadingLength = 90;

    /// <summary>"====" or "----" below a line.</summary>
    public static bool IsUnderline(string line) => Underline().IsMatch(line);

    /// <summary>A bullet or a number at the start of a line; the length of a bullet with the blanks behind it.</summary>
    public static bool IsListItem(string line, out int bulletLength)
    {
        bulletLength = 0;
        if (Bullet().Match(line) is { Success: true } bullet)
        {
            bulletLength = bullet.Length;
            return true;
        }

        return Number().IsMatch(line);
    }

    /// <summary>A line without any lower-case letter, and with some upper-case ones.</summary>
    public static bool IsShouted(string line) =>
        line.Length <= MaxHeadingLength && line.Count(char.IsUpper) >= 3 && !line.Any(char.IsLower) && line.Count(char.IsLetter) * 2 >= line.Trim().Length;

    /// <summary>A short line with a section number in front. The depth of "2.3 Scope" is 2.</summary>
    public static bool IsNumberedHeading(string line, out int depth)
    {
        depth = 0;
        var text = line.Trim();
        if (text.Length > MaxHeadingLength || text[^1] is '.' or ';' or ':' or ',' || SectionNumber().Match(text) is not { Success: true } number)
        {
            return false;
        }

        depth = number.Value.Trim().TrimEnd('.').Count(c => c == '.') + 1;
        return true;
    }

    [GeneratedRegex(@"^\s*(={3,}|-{3,}|~{3,}|\*{3,}|_{3,})\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Underline();

    [GeneratedRegex(@"^\s*[-*•‣▪–—o]\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\s*(\d{1,3}[.)]|\(?[a-z]\)|\(\d{1,3}\)|\d{1,2}(\.\d{1,2}){1,3}\.?)\s+\S", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(\d{1,2}(\.\d{1,2}){0,4}\.?|§\s?\d+|[A-Z]\.|[IVX]{1,5}\.)\s+\p{Lu}", RegexOptions.NonBacktracking)]
    private static partial Regex SectionNumber();
}
