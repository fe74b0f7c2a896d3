using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Assistant.Ingestion.Parser.PlainText;
using Assistant.Ingestion.Parser.Reading;

namespace Assistant.Ingestion.Parser.Html;

/// <summary>Web pages: the main content, without scripts, styles, navigation and what is hidden. Nothing is loaded or run.</summary>
internal sealed class HtmlReader : IFormatReader
{
    public void Read(SourceFile file, TextBuilder text)
    {
        var bytes = file.ReadBytes();
        var parser = new HtmlParser(default, BrowsingContext.New(Configuration.Default));

        // A page in another encoding than UTF-8 says so in its head, which the parser follows when it gets bytes.
        var document = EncodingDetector.Detect(bytes) is System.Text.UnicodeEncoding or System.Text.UTF8Encoding
            ? parser.ParseDocument(EncodingDetector.Decode(bytes))
            : parser.ParseDocument(new MemoryStream(bytes));
        Read(document, text);
    }

    /// <summary>Appends HTML that came within another format, such as the body of a mail.</summary>
    /// <param name="baseLevel">Depth of the heading that it stands below.</param>
    /// <param name="sectionHeading">Makes a heading of a line that is one in all but name; null for any other.</param>
    public static void ReadFragment(string html, TextBuilder text, int baseLevel = 0, Func<string, string?>? sectionHeading = null) =>
        new HtmlWalker(text, baseLevel, sectionHeading).WriteContent(new HtmlParser().ParseDocument(html).Body);

    private static void Read(IDocument document, TextBuilder text)
    {
        var content = MainContent.Of(document);
        text.Title = document.Title;
        new HtmlWalker(text, 0).WriteContent(content);
        if (text.IsEmpty && content != document.Body)
        {
            new HtmlWalker(text, 0).WriteContent(document.Body);
        }
    }
}
