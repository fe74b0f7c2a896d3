using System.Text.RegularExpressions;
using Assistant.Ingestion.Parser.Html;
using Assistant.Ingestion.Parser.PlainText;
using Assistant.Ingestion.Parser.Reading;

namespace Assistant.Ingestion.Parser.Mail;

/// <summary>The body of a mail. Each quoted reply becomes a section of its own, below the line that says who wrote it.</summary>
internal static partial class MailBody
{
    private const int SectionLevel = 2;

    public static void WriteHtml(string html, TextBuilder text) => HtmlReader.ReadFragment(html, text, SectionLevel - 1, SectionHeading);

    public static void WritePlain(string body, TextBuilder text)
    {
        var part = new List<string>();
        var depth = 0;
        foreach (var line in body.ReplaceLineEndings("\n").Split('\n'))
        {
            var unquoted = Unquote(line, out var lineDepth);
            var heading = SectionHeading(unquoted);
            if (heading is not null || (lineDepth != depth && unquoted.Length > 0))
            {
                Flush(part, text);
                depth = lineDepth;
            }

            if (heading is not null)
            {
                text.Heading(heading, SectionLevel);
            }
            else
            {
                part.Add(unquoted);
            }
        }

        Flush(part, text);
    }

    /// <summary>"On Monday, Anna wrote" when a line says who wrote what follows; null for any other.</summary>
    private static string? SectionHeading(string line) => Attribution().IsMatch(line) ? line.Trim().Trim('-', ':').Trim() : null;

    private static void Flush(List<string> part, TextBuilder text)
    {
        PlainTextReader.Read(string.Join('\n', part), text, SectionLevel);
        part.Clear();
    }

    /// <summary>Takes the quotation marks off a line ("&gt; &gt; text") and counts them.</summary>
    private static string Unquote(string line, out int depth)
    {
        depth = 0;
        var rest = line.AsSpan();
        while (rest.TrimStart().StartsWith(">"))
        {
            rest = rest.TrimStart()[1..];
            depth++;
        }

        return (depth > 0 && rest.StartsWith(" ") ? rest[1..] : rest).ToString();
    }

    [GeneratedRegex(@"^\s*(On .{6,160} wrote:|Am .{6,160} schrieb.{0,80}:|El .{6,160} escribió:|-{2,}\s*(Original Message|Ursprüngliche Nachricht|Mensaje original|Forwarded message).{0,40})\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Attribution();
}
