namespace Assistant.Ingestion.Parser.Protocol;

/// <summary>A format that there is a reader for.</summary>
internal enum FileFormat
{
    Markdown,
    PlainText,
    Html,
    Pdf,
    Docx,
    Pptx,
    Xlsx,
    Csv,
    Mail,
}

internal static class FileFormats
{
    private static readonly Dictionary<string, FileFormat> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".md"] = FileFormat.Markdown,
        [".markdown"] = FileFormat.Markdown,
        [".txt"] = FileFormat.PlainText,
        [".text"] = FileFormat.PlainText,
        [".log"] = FileFormat.PlainText,
        [".html"] = FileFormat.Html,
        [".htm"] = FileFormat.Html,
        [".xhtml"] = FileFormat.Html,
        [".pdf"] = FileFormat.Pdf,
        [".docx"] = FileFormat.Docx,
        [".docm"] = FileFormat.Docx,
        [".pptx"] = FileFormat.Pptx,
        [".pptm"] = FileFormat.Pptx,
        [".xlsx"] = FileFormat.Xlsx,
        [".xlsm"] = FileFormat.Xlsx,
        [".csv"] = FileFormat.Csv,
        [".tsv"] = FileFormat.Csv,
        [".eml"] = FileFormat.Mail,
    };

    /// <summary>Every extension that is read, with its dot, in the order of the formats.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [.. ByExtension.Keys];

    /// <summary>The formats as a person would list them.</summary>
    public const string ForPeople = "PDF, Word (.docx), PowerPoint (.pptx), Excel (.xlsx), Markdown, plain text, HTML, CSV and e-mail (.eml)";

    /// <summary>The format that the extension of a file name stands for; null when it is none of ours.</summary>
    public static FileFormat? Of(string fileName) =>
        ByExtension.TryGetValue(Path.GetExtension(fileName), out var format) ? format : null;
}
