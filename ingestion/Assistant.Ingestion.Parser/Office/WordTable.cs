using System.Runtime.CompilerServices;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Assistant.Ingestion.Parser.Office;

/// <summary>The rows of a Word table. A merged cell is repeated in every place that it covers.</summary>
internal sealed record WordTable(IReadOnlyList<IReadOnlyList<string>> Rows, int HeaderRows)
{
    private const int MaxSpan = 200;

    public static WordTable Read(Table table)
    {
        var rows = new List<List<string>>();
        var above = new Dictionary<int, string>();
        var headerRows = 0;
        foreach (var row in Flatten<TableRow>(table).Where(r => r.TableRowProperties?.GetFirstChild<Deleted>() is null))
        {
            if (headerRows == rows.Count && row.TableRowProperties?.GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.TableHeader>() is { } header && header.Val.Get() != OnOffOnlyValues.Off)
            {
                headerRows++;
            }

            rows.Add(ReadRow(row, above));
        }

        return new WordTable(rows, headerRows > 0 && headerRows < rows.Count ? headerRows : GuessHeader(table, rows));
    }

    private static List<string> ReadRow(TableRow row, Dictionary<int, string> above)
    {
        var cells = new List<string>();
        var stored = Flatten<TableCell>(row).ToList();
        foreach (var cell in stored)
        {
            var properties = cell.TableCellProperties;
            var merge = properties?.VerticalMerge;
            var content = CellText(cell);
            if (merge is not null && merge.Val.Get() != MergedCellValues.Restart)
            {
                content = above.GetValueOrDefault(cells.Count, content);
            }
            else if (merge is not null)
            {
                above[cells.Count] = content;
            }

            cells.Add(content);
            for (var i = 1; i < Math.Min(properties?.GridSpan?.Val.Get() ?? 1, MaxSpan); i++)
            {
                cells.Add(stored.Count > 1 ? content : "");
            }
        }

        return cells;
    }

    /// <summary>Paragraphs of a cell on one line; a table within a cell is read out the same way.</summary>
    private static string CellText(OpenXmlElement cell)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return string.Join(' ', cell.ChildElements
            .Select(e => e switch
            {
                Paragraph paragraph => RunText.Of(paragraph),
                OpenXmlCompositeElement inner and not TableCellProperties => CellText(inner),
                _ => "",
            })
            .Where(t => t.Length > 0));
    }

    /// <summary>Rows and cells may stand within content controls.</summary>
    private static IEnumerable<T> Flatten<T>(OpenXmlElement parent)
        where T : OpenXmlElement
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var element in parent.ChildElements)
        {
            if (element is T found)
            {
                yield return found;
            }
            else if (element is SdtElement or SdtContentRow or SdtContentCell or CustomXmlElement)
            {
                foreach (var inner in Flatten<T>(element))
                {
                    yield return inner;
                }
            }
        }
    }

    private static int GuessHeader(Table table, List<List<string>> rows)
    {
        if (IsBold(table))
        {
            return 1;
        }

        var hasNoHeader = table.GetFirstChild<TableProperties>()?.TableLook?.FirstRow.Get() == false;
        return hasNoHeader ? 0 : Parser.Reading.TableHeader.Guess(rows);
    }

    /// <summary>True when every text of the first row is bold and the second row is not.</summary>
    private static bool IsBold(Table table)
    {
        var rows = Flatten<TableRow>(table).Take(2).ToList();
        return rows.Count == 2 && Bold(rows[0]) && !Bold(rows[1]);

        static bool Bold(TableRow row)
        {
            var runs = row.Descendants<Run>().Where(r => !string.IsNullOrWhiteSpace(r.InnerText)).ToList();
            return runs.Count > 0 && runs.All(r => r.RunProperties?.Bold is { } bold && bold.Val.Get() != false);
        }
    }
}
