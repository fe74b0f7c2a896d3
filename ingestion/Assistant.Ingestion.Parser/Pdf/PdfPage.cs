using UglyToad.PdfPig.Content;

namespace Assistant.Ingestion.Parser.Pdf;

/// <summary>What a page holds before it is put in order.</summary>
internal sealed record PdfPage(int Number, PdfBox Bounds, List<PdfSegment> Segments, Rulings Rulings)
{
    public static PdfPage Read(Page page)
    {
        var rulings = Rulings.Read(page);
        return new PdfPage(page.Number, PdfBox.Of(page.CropBox.Bounds), new LineBuilder(rulings).Segments(GlyphReader.Read(page)), rulings);
    }

    /// <summary>The blocks of the page in the order of reading.</summary>
    public List<PdfBlock> Blocks()
    {
        var tables = RuledTables.Find(Rulings, Segments);
        var running = Segments.Where(s => !tables.Exists(t => t.Box.Contains(s.Box.CentreX, s.Box.CentreY))).ToList();
        var blocks = new List<PdfBlock>();
        foreach (var region in PageColumns.Divide(running))
        {
            var parts = ColumnReader.Read(region, Number);
            Insert(parts, tables, PdfBox.Around(region.Select(s => s.Box)));
            blocks.AddRange(parts);
        }

        blocks.AddRange(tables.OrderByDescending(t => t.Box.Top).Select(Table));
        return blocks;
    }

    /// <summary>A table stands in the column that it overlaps, below what is above it there.</summary>
    private void Insert(List<PdfBlock> parts, List<RuledTable> tables, PdfBox column)
    {
        foreach (var table in tables.Where(t => t.Box.OverlapsAcross(column) && t.Box.CentreY > column.Bottom).OrderByDescending(t => t.Box.Top).ToList())
        {
            var place = parts.FindIndex(p => p.Box.CentreY < table.Box.CentreY);
            parts.Insert(place < 0 ? parts.Count : place, Table(table));
            tables.Remove(table);
        }
    }

    private PdfBlock.Table Table(RuledTable table) => new(Number, table.Box, table.Rows, table.HasBoldHeader);
}
