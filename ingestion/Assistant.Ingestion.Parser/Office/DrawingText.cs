using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;

namespace Assistant.Ingestion.Parser.Office;

/// <param name="IsBullet">Null when the paragraph leaves that to its shape.</param>
/// <param name="Number">"2. " in a numbered list; else empty.</param>
internal sealed record DrawingParagraph(string Text, bool? IsBullet, string Number);

/// <summary>Text within shapes of presentations.</summary>
internal static class DrawingText
{
    public static IEnumerable<DrawingParagraph> Paragraphs(OpenXmlElement? body)
    {
        var number = 0;
        foreach (var paragraph in body?.Elements<A.Paragraph>() ?? [])
        {
            var content = Of(paragraph);
            if (string.IsNullOrWhiteSpace(content))
            {
                continue;
            }

            var properties = paragraph.ParagraphProperties;
            var numbered = properties?.GetFirstChild<A.AutoNumberedBullet>();
            number = numbered is null ? 0 : number == 0 ? numbered.StartAt.Get() ?? 1 : number + 1;
            bool? bullet =
                properties?.GetFirstChild<A.NoBullet>() is not null ? false
                : numbered is not null || properties?.GetFirstChild<A.CharacterBullet>() is not null || properties?.GetFirstChild<A.PictureBullet>() is not null ? true
                : null;
            yield return new DrawingParagraph(content, bullet, numbered is null ? "" : $"{number.ToString(CultureInfo.InvariantCulture)}. ");
        }
    }

    public static string Of(A.Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var element in paragraph.Descendants())
        {
            switch (element)
            {
                case A.Text words:
                    text.Append(words.Text);
                    break;
                case A.Break:
                    text.Append('\n');
                    break;
            }
        }

        return text.ToString();
    }
}
