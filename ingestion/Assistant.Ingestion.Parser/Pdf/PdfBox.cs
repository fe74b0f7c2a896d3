using UglyToad.PdfPig.Core;

namespace Assistant.Ingestion.Parser.Pdf;

/// <summary>A rectangle on a page in points, from its lower left corner.</summary>
internal readonly record struct PdfBox(double Left, double Bottom, double Right, double Top)
{
    public double Width => Right - Left;

    public double Height => Top - Bottom;

    public double CentreX => (Left + Right) / 2;

    public double CentreY => (Bottom + Top) / 2;

    public static PdfBox Of(PdfRectangle rectangle) => new(
        Math.Min(rectangle.Left, rectangle.Right),
        Math.Min(rectangle.Bottom, rectangle.Top),
        Math.Max(rectangle.Left, rectangle.Right),
        Math.Max(rectangle.Bottom, rectangle.Top));

    public static PdfBox Around(IEnumerable<PdfBox> boxes) => boxes.Aggregate((a, b) => a.With(b));

    public PdfBox With(PdfBox other) => new(Math.Min(Left, other.Left), Math.Min(Bottom, other.Bottom), Math.Max(Right, other.Right), Math.Max(Top, other.Top));

    public bool Contains(double x, double y) => x >= Left && x <= Right && y >= Bottom && y <= Top;

    /// <summary>True when the two share some of their width.</summary>
    public bool OverlapsAcross(PdfBox other) => Left < other.Right && other.Left < Right;
}
