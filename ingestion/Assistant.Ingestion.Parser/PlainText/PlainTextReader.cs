using Assistant.Ingestion.Parser.Reading;

namespace Assistant.Ingestion.Parser.PlainText;

/// <summary>Plain text: paragraphs between empty lines, with modest guesses at headings, lists and aligned columns.</summary>
internal sealed class PlainTextReader : IFormatReader
{
    public void Read(SourceFile file, TextBuilder text) => Read(EncodingDetector.Decode(file.ReadBytes()), text);

    /// <summary>Appends text that came from anywhere, such as the body of a mail.</summary>
    public static void Read(string content, TextBuilder text, int baseLevel = 0)
    {
        var lines = content.ReplaceLineEndings("\n").Replace("\f", "\n\n", StringComparison.Ordinal).Split('\n');
        var width = LineJoiner.WrapWidth(lines);
        var writer = new TextBlockWriter(text, width, baseLevel);
        var chunk = new List<string>();
        foreach (var line in lines.Append(""))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                chunk.Add(line.TrimEnd());
            }
            else if (chunk.Count > 0)
            {
                writer.Write(chunk);
                chunk.Clear();
            }
        }
    }
}
