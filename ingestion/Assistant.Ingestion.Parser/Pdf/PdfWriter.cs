using System.Text;
using System.Text.RegularExpressions;
using Assistant.Ingestion.Parser.Reading;

namespace Assistant.Ingestion.Parser.Pdf;

/// <summary>Writes the blocks of all pages. What a page break divided is put together again.</summary>
internal sealed partial class PdfWriter
{
    private readonly TextBuilder text;
    private readonly List<PdfBlock> blocks;
    private readonly HeadingStyles styles;
    private readonly HashSet<string> vocabulary;

    private PdfWriter(TextBuilder text, List<PdfBlock> blocks)
    {
        this.text = text;
        this.blocks = blocks;
        styles = new HeadingStyles(blocks);
        vocabulary = [.. blocks.OfType<PdfBlock.Lines>().SelectMany(l => l.Segments).SelectMany(s => s.Words.SkipLast(1)).Select(w => w.Text.Trim('.', ',', ';', ':', '(', ')', '"'))];
    }

    public static void Write(TextBuilder text, List<PdfBlock> blocks) => new PdfWriter(text, blocks).Write();

    private void Write()
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            text.Page = blocks[i].Page;
            if (blocks[i] is PdfBlock.Table table)
            {
                var rows = table.Rows.ToList();
                while (i + 1 < blocks.Count && blocks[i + 1] is PdfBlock.Table next && next.Page == blocks[i].Page + 1 && TableJoin.TryAppend(rows, next.Rows))
                {
                    i++;
                }

                text.Table(rows, table.HasBoldHeader ? 1 : TableHeader.Guess(rows));
            }
            else if (blocks[i] is PdfBlock.Lines lines)
            {
                i = WriteLines(lines, i);
            }
        }
    }

    /// <summary>Returns the index of the last block that was written.</summary>
    private int WriteLines(PdfBlock.Lines lines, int index)
    {
        var content = new StringBuilder(LineJoin.Lines([.. lines.Segments.Select(s => s.Text)], vocabulary));
        var level = styles.LevelOf(lines);
        if (level > 0)
        {
            text.Heading(Clean(content.ToString()), level);
            return index;
        }

        while (index + 1 < blocks.Count && blocks[index + 1] is PdfBlock.Lines next && GoesOn(lines, content, next))
        {
            LineJoin.Append(content, LineJoin.Lines([.. next.Segments.Select(s => s.Text)], vocabulary), vocabulary);
            lines = next;
            index++;
        }

        if (lines.IsItem || PdfListMarker.Starts(content.ToString()))
        {
            text.ListItem(PdfListMarker.WithoutBullet(Clean(content.ToString())));
        }
        else if (styles.IsNote(lines))
        {
            text.Note(Clean(content.ToString()));
        }
        else
        {
            text.Paragraph(Clean(content.ToString()));
        }

        return index;
    }

    /// <summary>A sentence that a page or column break interrupts goes on in lower case.</summary>
    private bool GoesOn(PdfBlock.Lines lines, StringBuilder content, PdfBlock.Lines next) =>
        (next.Page == lines.Page + 1 || (next.Page == lines.Page && next.Box.Bottom > lines.Box.Top))
        && !next.IsItem
        && Math.Abs(next.Size - lines.Size) < 0.1 * lines.Size
        && content[^1] is not ('.' or '!' or '?' or ':' or ';')
        && char.IsLower(next.Segments[0].Text[0])
        && styles.LevelOf(next) == 0;

    private static string Clean(string content) => Leaders().Replace(content, " ");

    /// <summary>The dots of a table of contents.</summary>
    [GeneratedRegex(@"(\s?\.){5,}|_{4,}", RegexOptions.NonBacktracking)]
    private static partial Regex Leaders();
}
