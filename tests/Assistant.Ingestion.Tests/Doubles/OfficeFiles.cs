using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Assistant.Ingestion.Tests.Doubles;

/// <summary>Small Office files and hostile relatives of them.</summary>
internal static class OfficeFiles
{
    /// <summary>A Word document with the given body, as WordprocessingML with the prefix "w".</summary>
    public static byte[] Docx(string bodyXml, string? numberingXml = null, string? footnotesXml = null)
    {
        const string Namespace = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";
        var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document($"<w:document {Namespace}><w:body>{bodyXml}</w:body></w:document>");
            var styles = main.AddNewPart<StyleDefinitionsPart>();
            styles.Styles = new Styles(
                $"<w:styles {Namespace}>"
                + "<w:style w:type='paragraph' w:styleId='Berschrift1'><w:name w:val='heading 1'/></w:style>"
                + "<w:style w:type='paragraph' w:styleId='Berschrift2'><w:name w:val='heading 2'/></w:style>"
                + "<w:style w:type='paragraph' w:styleId='Mine'><w:name w:val='My heading'/><w:basedOn w:val='Berschrift2'/></w:style>"
                + "<w:style w:type='paragraph' w:styleId='TOC1'><w:name w:val='toc 1'/></w:style></w:styles>");
            if (numberingXml is not null)
            {
                main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering($"<w:numbering {Namespace}>{numberingXml}</w:numbering>");
            }

            if (footnotesXml is not null)
            {
                main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes($"<w:footnotes {Namespace}>{footnotesXml}</w:footnotes>");
            }
        }

        return stream.ToArray();
    }

    public static string Paragraph(string text, string? style = null) =>
        $"<w:p>{(style is null ? "" : $"<w:pPr><w:pStyle w:val='{style}'/></w:pPr>")}<w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>";

    /// <summary>A zip container of the given entries.</summary>
    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>The container that Office stores password-protected documents in: [MS-CFB] with a stream "EncryptedPackage".</summary>
    public static byte[] EncryptedPackage()
    {
        var file = new byte[4096];
        byte[] magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(file, 0);
        Encoding.Unicode.GetBytes("EncryptedPackage").CopyTo(file, 1024);
        return file;
    }
}
