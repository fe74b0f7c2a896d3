using System.IO.Compression;
using Assistant.Ingestion.Parser.Office;
using Assistant.Ingestion.Parser.Protocol;

namespace Assistant.Ingestion.Parser.Reading;

/// <summary>Compares what a file is with what its name says, by its first bytes and, in a zip container, its parts.</summary>
internal static class FormatCheck
{
    private const int HeadBytes = 8 * 1024;

    /// <summary>Other formats by their first bytes. The texts complete "the content is …".</summary>
    private static readonly (byte[] Magic, string What)[] Others =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ("GIF8"u8.ToArray(), "a GIF picture"),
        ("RIFF"u8.ToArray(), "a picture, sound or video"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "a 7-Zip archive"),
        ("Rar!"u8.ToArray(), "a RAR archive"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program"),
        ("MZ"u8.ToArray(), "a program"),
        ("{\\rtf"u8.ToArray(), "an RTF document"),
        ("%!PS"u8.ToArray(), "a PostScript document"),
        ("SQLite format 3"u8.ToArray(), "a database"),
    ];

    /// <summary>The format to read the file as.</summary>
    /// <exception cref="RefusalException">Unsupported, protected, a bomb, or not what the name says.</exception>
    public static FileFormat Run(Stream content, string fileName, long maxUnpackedBytes)
    {
        var named = FileFormats.Of(fileName) ?? throw Refusals.Unsupported(DescribeExtension(fileName));
        var head = new byte[Math.Min(HeadBytes, content.Length)];
        content.Position = 0;
        content.ReadExactly(head);

        if (head.AsSpan().StartsWith("PK\u0003\u0004"u8) || head.AsSpan().StartsWith("PK\u0005\u0006"u8))
        {
            return CheckZip(content, fileName, named, maxUnpackedBytes);
        }

        if (CompoundFile.IsCompoundFile(head))
        {
            throw CompoundFile.HoldsEncryptedPackage(content)
                ? Refusals.PasswordProtected()
                : named is FileFormat.Docx or FileFormat.Pptx or FileFormat.Xlsx
                    ? Refusals.WrongExtension(fileName, "in the format of Office before 2007", null)
                    : Refusals.WrongExtension(fileName, "a document in the format of Office before 2007", null);
        }

        var isPdf = head.AsSpan(0, Math.Min(1024, head.Length)).IndexOf("%PDF-"u8) >= 0;
        if (named == FileFormat.Pdf)
        {
            return isPdf ? named : throw NotAsNamed(head, fileName);
        }

        if (named is FileFormat.Docx or FileFormat.Pptx or FileFormat.Xlsx)
        {
            throw isPdf ? Refusals.WrongExtension(fileName, "a PDF", ".pdf") : NotAsNamed(head, fileName);
        }

        return CheckText(head, fileName, named, isPdf);
    }

    private static FileFormat CheckZip(Stream content, string fileName, FileFormat named, long maxUnpackedBytes)
    {
        content.Position = 0;
        using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        ZipGuard.Check(zip, content.Length, maxUnpackedBytes);
        FileFormat? actual =
            zip.GetEntry("[Content_Types].xml") is null ? null
            : HasFolder(zip, "word/") ? FileFormat.Docx
            : HasFolder(zip, "ppt/") ? FileFormat.Pptx
            : HasFolder(zip, "xl/") ? FileFormat.Xlsx
            : null;
        return (actual, named) switch
        {
            (null, FileFormat.Docx or FileFormat.Pptx or FileFormat.Xlsx) when zip.GetEntry("mimetype") is null => throw Refusals.Damaged(),
            (null, _) => throw Refusals.WrongExtension(fileName, zip.GetEntry("mimetype") is null ? "a zip archive" : "an OpenDocument file", null),
            ({ } format, _) when format == named => format,
            ({ } format, _) => throw Refusals.WrongExtension(fileName, Describe(format), DefaultExtension(format)),
        };
    }

    private static bool HasFolder(ZipArchive zip, string folder) =>
        zip.Entries.Any(e => e.FullName.StartsWith(folder, StringComparison.OrdinalIgnoreCase));

    private static FileFormat CheckText(byte[] head, string fileName, FileFormat named, bool isPdf)
    {
        if (isPdf && head.AsSpan().TrimStart("\uFEFF \r\n\t"u8).StartsWith("%PDF-"u8))
        {
            throw Refusals.WrongExtension(fileName, "a PDF", ".pdf");
        }

        if (PlainText.EncodingDetector.IsBinary(head))
        {
            throw NotAsNamed(head, fileName);
        }

        return named is FileFormat.PlainText or FileFormat.Csv or FileFormat.Mail && LooksLikeHtml(head)
            ? throw Refusals.WrongExtension(fileName, "a web page", ".html")
            : named;
    }

    private static bool LooksLikeHtml(byte[] head)
    {
        var start = PlainText.EncodingDetector.Decode(head).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The content is none of the formats that are read under this name: it says what it is, if that can be told.</summary>
    private static RefusalException NotAsNamed(byte[] head, string fileName)
    {
        var other = Others.FirstOrDefault(o => head.AsSpan().StartsWith(o.Magic)).What;
        if (other is not null)
        {
            return Refusals.WrongExtension(fileName, other, null);
        }

        return PlainText.EncodingDetector.IsBinary(head) || FileFormats.Of(fileName) is FileFormat.Pdf && head.All(b => b == 0)
            ? Refusals.Damaged()
            : Refusals.WrongExtension(fileName, LooksLikeHtml(head) ? "a web page" : "plain text", LooksLikeHtml(head) ? ".html" : ".txt");
    }

    private static string DescribeExtension(string fileName) =>
        Path.GetExtension(fileName) is { Length: > 1 } extension ? $"Files that end in “{extension}”" : "A file whose name has no ending";

    private static string Describe(FileFormat format) => format switch
    {
        FileFormat.Docx => "a Word document",
        FileFormat.Pptx => "a PowerPoint presentation",
        _ => "an Excel workbook",
    };

    private static string DefaultExtension(FileFormat format) => format switch
    {
        FileFormat.Docx => ".docx",
        FileFormat.Pptx => ".pptx",
        _ => ".xlsx",
    };
}
