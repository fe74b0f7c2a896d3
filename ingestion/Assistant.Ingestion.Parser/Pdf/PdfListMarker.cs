using System.Text.RegularExpressions;

namespace Assistant.Ingestion.Parser.Pdf;

/// <summary>Bullets and numbers in front of list items. Symbol fonts have their bullets in the private use area.</summary>
internal static partial class PdfListMarker
{
    /// <summary>True when a text is a marker and nothing else: it stands in a segment of its own, left of its item.</summary>
    public static bool IsAlone(string text) => Alone().IsMatch(text);

    /// <summary>True when a line begins with a marker.</summary>
    public static bool Starts(string line) => Start().IsMatch(line);

    public static bool StartsWithBullet(string line) => Bullet().IsMatch(line);

    /// <summary>Bullets say nothing; numbers and letters stay.</summary>
    public static string WithoutBullet(string line) => line[Bullet().Match(line).Length..];

    [GeneratedRegex(@"^([•‣◦▪■□●○◆►➢✓✔☐☑·∙❑❒◻*–—-]|o|[\uE000-\uF8FF]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|\(?[ivx]{1,5}[.)]|\d{1,2}(\.\d{1,2}){1,3}\.?)$", RegexOptions.NonBacktracking)]
    private static partial Regex Alone();

    [GeneratedRegex(@"^([•‣◦▪■□●○◆►➢✓✔☐☑·∙❑❒◻\uE000-\uF8FF]\s*|[*–—-]\s+|\(?\d{1,3}[.)]\s+|\(?[a-z][.)]\s+|\(?[ivx]{1,5}[.)]\s+)\S", RegexOptions.NonBacktracking)]
    private static partial Regex Start();

    [GeneratedRegex(@"^([•‣◦▪■□●○◆►➢✓✔·∙❑❒◻\uE000-\uF8FF]\s*|[*–—o-]\s+)", RegexOptions.NonBacktracking)]
    private static partial Regex Bullet();
}
