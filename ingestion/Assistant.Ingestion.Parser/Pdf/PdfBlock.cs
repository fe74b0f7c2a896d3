namespace Assistant.Ingestion.Parser.Pdf;

/// <summary>A piece of a page with one role. What it becomes in the text is decided when the whole document is known.</summary>
internal abstract record PdfBlock(int Page, PdfBox Box)
{
    /// <summary>Lines of running text that belong together.</summary>
    public sealed record Lines(int Page, PdfBox Box, IReadOnlyList<PdfSegment> Segments, bool IsItem) : PdfBlock(Page, Box)
    {
        public double Size => Segments.GroupBy(s => s.Size).MaxBy(g => g.Sum(s => s.Length))!.Key;

        public bool Bold => Segments.All(s => s.Bold);

        public int Length => Segments.Sum(s => s.Length);

        public string LastLine => Segments[^1].Text;
    }

    public sealed record Table(int Page, PdfBox Box, IReadOnlyList<IReadOnlyList<string>> Rows, bool HasBoldHeader) : PdfBlock(Page, Box);
}
