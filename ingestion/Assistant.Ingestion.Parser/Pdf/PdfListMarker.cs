using System.Text.RegularExpressions;

namespace Assistant.Ingestion.Parser.Pdf;

/// <summary>Bullets and numbers in front of list items.</summary>
internal static partial class PdfListMarker
{
    /// <summary>True when a text is a marker and nothing else: it stands in a segment of its own, left of its item.</summary>
    public static bool IsAlone(string text) => Alone().IsMatch(text);

    /// <summary>True when a line begins with a marker.</summary>
    public static bool Starts(string line) => Start().IsMatch(line);

    /// <summary>Bullets say nothing; numbers and letters stay.</summary>
    public static string WithoutBullet(string line) => line[Bullet().Match(line).Length..];

    [GeneratedRegex(@"^([•‣◦▪■□●○◆►➢✓✔☐☑·∙*–—-]|o|\uF0B7|\uF0A7|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|\(?[ivx]{1,5}[.)]|\d{1,2}(\.\d{1,2}){1,3}\.?)$", RegexOptions.NonBacktracking)]
    private static partial Regex Alone();

    [GeneratedRegex(@"^([•‣◦▪■□●○◆►➢✓✔☐☑·∙\uF0B7\uF0A7]\s*|[*–—-]\s+|\(?\d{1,3}[.)]\s+|\(?[a-z][.)]\s+|\(?[ivx]{1,5}[.)]\s+)\S", RegexOptions.NonBacktracking)]
    private static partial Regex Start();

    [GeneratedRegex(@"^([•‣◦▪■□●○◆►➢✓✔·∙\uF0B7\uF0A7]\s*|[*–—o-]\s+)", RegexOptions.NonBacktracking)]
    private static partial Regex Bullet();
}
