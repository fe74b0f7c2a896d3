using Assistant.Ingestion.Parser.Reading;
using DocumentFormat.OpenXml.Packaging;

namespace Assistant.Ingestion.Parser.Office;

/// <summary>
/// Word documents as they would be printed: without deleted and hidden text, comments, headers and footers; with the
/// numbers of headings and lists, footnotes below the paragraph that refers to them, and text boxes.
/// </summary>
internal sealed class DocxReader : IFormatReader
{
    public void Read(SourceFile file, TextBuilder text)
    {
        using var document = WordprocessingDocument.Open(file.Content, isEditable: false, OfficePackage.Settings(file));
        var main = document.MainDocumentPart ?? throw Refusals.Damaged();
        var body = main.Document?.Body ?? throw Refusals.Damaged();
        text.Title = document.PackageProperties.Title;
        var styles = new WordStyles(main);
        new WordWalker(main, text, styles, new WordNumbering(main, styles), new WordNotes(main)).Write(body);
    }
}
