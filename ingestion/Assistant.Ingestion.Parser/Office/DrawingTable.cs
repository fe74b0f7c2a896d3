using Assistant.Ingestion.Parser.Reading;
using A = DocumentFormat.OpenXml.Drawing;

namespace Assistant.Ingestion.Parser.Office;

/// <summary>The rows of a table on a slide.</summary>
internal sealed record DrawingTable(IReadOnlyList<IReadOnlyList<string>> Rows, int HeaderRows)
{
    private const int MaxColumns = 500;

    public static DrawingTable Read(A.Table table)
    {
        var grid = new TableGrid(MaxColumns);
        foreach (var row in table.Elements<A.TableRow>())
        {
            // Cells that a merged one covers are stored, too.
            grid.AddRow(row.Elements<A.TableCell>()
                .Where(c => c.HorizontalMerge.Get() != true && c.VerticalMerge.Get() != true)
                .Select(c => new GridCell(
                    string.Join(' ', DrawingText.Paragraphs(c.TextBody).Select(p => p.Text)),
                    Math.Clamp(c.GridSpan.Get() ?? 1, 1, MaxColumns),
                    Math.Max(1, c.RowSpan.Get() ?? 1))));
        }

        var marked = table.TableProperties?.FirstRow.Get() == true && grid.Rows.Count > 1;
        return new DrawingTable(grid.Rows, marked ? 1 : TableHeader.Guess(grid.Rows));
    }
}
