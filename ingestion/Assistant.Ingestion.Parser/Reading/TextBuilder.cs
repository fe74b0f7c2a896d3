using System.Text;
using Assistant.Core.Documents;

namespace Assistant.Ingestion.Parser.Reading;

/// <summary>
/// Collects the blocks of a document in reading order. Rows of a table and items of a list stand on lines of their own;
/// an empty line stands between all other blocks, so that only line breaks lie between blocks.
/// </summary>
internal sealed class TextBuilder(int maxCharacters)
{
    private const string CellSeparator = " | ";

    private readonly StringBuilder text = new();
    private readonly List<TextBlock> blocks = [];
    private bool newTable;

    /// <summary>The title that the file gives itself.</summary>
    public string? Title { get; set; }

    /// <summary>Page, slide or sheet of what is added next; null where the format has none.</summary>
    public int? Page { get; set; }

    /// <summary>The first level-1 heading so far, or null.</summary>
    public string? FirstHeading { get; private set; }

    public bool IsEmpty => blocks.Count == 0;

    /// <param name="level">Depth of a heading from 1; deeper than 6 counts as 6.</param>
    public void Heading(string heading, int level)
    {
        var line = TextCleaner.Line(heading);
        if (level == 1 && line.Length > 0)
        {
            FirstHeading ??= line;
        }

        Append(BlockKind.Heading, line, Math.Clamp(level, 1, 6));
    }

    public void Paragraph(string paragraph) => Append(BlockKind.Paragraph, TextCleaner.Prose(paragraph));

    public void ListItem(string item) => Append(BlockKind.ListItem, TextCleaner.Prose(item));

    public void Note(string note) => Append(BlockKind.Note, TextCleaner.Prose(note));

    public void Code(string code) => Append(BlockKind.Code, TextCleaner.Code(code));

    /// <summary>Adds a table: the first <paramref name="headerRows"/> rows become one header row.</summary>
    public void Table(IReadOnlyList<IReadOnlyList<string>> rows, int headerRows)
    {
        var clean = rows.Select(r => r.Select(TextCleaner.Cell).ToList()).Where(r => r.Any(c => c.Length > 0)).ToList();
        if (clean.Count == 0)
        {
            return;
        }

        newTable = true;
        if (headerRows > 0 && clean.Count > headerRows)
        {
            Append(BlockKind.TableHeader, Join(TableHeader.Merge([.. clean.Take(headerRows)])));
            clean.RemoveRange(0, headerRows);
        }

        foreach (var row in clean)
        {
            Append(BlockKind.TableRow, Join(row));
        }
    }

    /// <summary>The document; null when it holds no letter or digit.</summary>
    public ExtractedDocument? Build()
    {
        var whole = text.ToString();
        if (!whole.Any(char.IsLetterOrDigit))
        {
            return null;
        }

        var title = Title is null ? "" : TextCleaner.Line(Title);
        return new ExtractedDocument(title.Length > 0 ? title : FirstHeading, whole, blocks);
    }

    /// <summary>Empty cells at the end of a row are left out; those before keep the columns in place.</summary>
    private static string Join(IReadOnlyList<string> cells)
    {
        var count = cells.Count;
        while (count > 1 && cells[count - 1].Length == 0)
        {
            count--;
        }

        return string.Join(CellSeparator, cells.Take(count));
    }

    private void Append(BlockKind kind, string content, int level = 0)
    {
        if (content.Length == 0)
        {
            return;
        }

        if (blocks.Count > 0)
        {
            text.Append(Separator(blocks[^1].Kind, kind));
        }

        if (text.Length + content.Length > maxCharacters)
        {
            throw Refusals.TooMuchText(maxCharacters);
        }

        blocks.Add(new TextBlock(kind, text.Length, content.Length, level, Page));
        text.Append(content);
        newTable = false;
    }

    private string Separator(BlockKind before, BlockKind next) => (before, next) switch
    {
        (BlockKind.TableHeader, BlockKind.TableRow) => "\n",
        (BlockKind.TableRow, BlockKind.TableRow) when !newTable => "\n",
        (BlockKind.ListItem, BlockKind.ListItem) => "\n",
        _ => "\n\n",
    };
}
