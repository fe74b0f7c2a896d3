using System.Text;
using Assistant.Core.Documents;

namespace Assistant.Ingestion.Tests.Chunking;

/// <summary>Puts extracted documents together, block by block.</summary>
internal sealed class DocumentSketch
{
    private readonly StringBuilder text = new();
    private readonly List<TextBlock> blocks = [];

    public int? Page { get; set; }

    public DocumentSketch Add(BlockKind kind, string content, int level = 0)
    {
        if (blocks.Count > 0)
        {
            text.Append(kind == BlockKind.TableRow ? "\n" : "\n\n");
        }

        blocks.Add(new TextBlock(kind, text.Length, content.Length, level, Page));
        text.Append(content);
        return this;
    }

    public DocumentSketch Heading(int level, string content) => Add(BlockKind.Heading, content, level);

    public DocumentSketch Paragraph(string content) => Add(BlockKind.Paragraph, content);

    public DocumentSketch Table(string header, params IEnumerable<string> rows)
    {
        Add(BlockKind.TableHeader, header);
        foreach (var row in rows)
        {
            Add(BlockKind.TableRow, row);
        }

        return this;
    }

    public ExtractedDocument Build() => new(null, text.ToString(), blocks);
}
