using System.Diagnostics;
using Assistant.Ingestion.Parser.Csv;
using Assistant.Ingestion.Parser.Html;
using Assistant.Ingestion.Parser.Mail;
using Assistant.Ingestion.Parser.Markdown;
using Assistant.Ingestion.Parser.Office;
using Assistant.Ingestion.Parser.Pdf;
using Assistant.Ingestion.Parser.Protocol;
using Assistant.Ingestion.Parser.PlainText;

namespace Assistant.Ingestion.Parser.Reading;

internal static class Readers
{
    public static IFormatReader For(FileFormat format) => format switch
    {
        FileFormat.Markdown => new MarkdownReader(),
        FileFormat.PlainText => new PlainTextReader(),
        FileFormat.Html => new HtmlReader(),
        FileFormat.Pdf => new PdfReader(),
        FileFormat.Docx => new DocxReader(),
        FileFormat.Pptx => new PptxReader(),
        FileFormat.Xlsx => new XlsxReader(),
        FileFormat.Csv => new CsvReader(),
        FileFormat.Mail => new MailReader(),
        _ => throw new UnreachableException(),
    };
}
