using Assistant.Ingestion.Parser.Reading;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Assistant.Ingestion.Parser.Office;

/// <summary>Workbooks: each visible sheet is a page with its name as heading; values as the cells show them.</summary>
internal sealed class XlsxReader : IFormatReader
{
    public void Read(SourceFile file, TextBuilder text)
    {
        using var document = SpreadsheetDocument.Open(file.Content, isEditable: false, OfficePackage.Settings(file));
        var workbook = document.WorkbookPart ?? throw Refusals.Damaged();
        text.Title = document.PackageProperties.Title;
        var format = new CellFormatter(workbook);
        var strings = SharedStrings.Read(workbook.SharedStringTablePart);
        var number = 0;
        foreach (var sheet in workbook.Workbook?.Sheets?.Elements<Sheet>() ?? [])
        {
            number++;
            var isVisible = (sheet.State.Get() ?? SheetStateValues.Visible) == SheetStateValues.Visible;
            if (!isVisible || sheet.Id.Get() is not { } id || !workbook.TryGetPartById(id, out var part))
            {
                continue;
            }

            text.Page = number;
            switch (part)
            {
                case WorksheetPart worksheet when SheetCells.Read(worksheet, format, strings) is { Rows.Count: > 0 } cells:
                    text.Heading(sheet.Name.Get() ?? "", 1);
                    SheetWriter.Write(cells, text);
                    WriteNotes(worksheet, text);
                    break;
                case WorksheetPart { DrawingsPart: { } drawings }:
                    WriteCharts(sheet.Name.Get(), drawings, text);
                    break;
                case ChartsheetPart { DrawingsPart: { } drawings }:
                    WriteCharts(sheet.Name.Get(), drawings, text);
                    break;
            }
        }
    }

    private static void WriteNotes(WorksheetPart sheet, TextBuilder text)
    {
        foreach (var note in SheetNotes.Read(sheet))
        {
            text.Note(note);
        }
    }

    /// <summary>A sheet that is nothing but charts. Beside cells, charts only repeat what stands in them.</summary>
    private static void WriteCharts(string? name, DrawingsPart drawings, TextBuilder text)
    {
        var charts = drawings.ChartParts.Select(c => c.ChartSpace).OfType<DocumentFormat.OpenXml.Drawing.Charts.ChartSpace>().ToList();
        if (charts.Count > 0)
        {
            text.Heading(name ?? "", 1);
            charts.ForEach(c => ChartData.Write(c, text));
        }
    }
}
