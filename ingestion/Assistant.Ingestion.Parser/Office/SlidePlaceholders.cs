using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;

namespace Assistant.Ingestion.Parser.Office;

/// <summary>What the placeholders of a slide are for, and where they stand: a placeholder without a place has that of its layout.</summary>
internal sealed class SlidePlaceholders(SlidePart part)
{
    private readonly List<Shape> layout = [.. part.SlideLayoutPart?.SlideLayout?.CommonSlideData?.ShapeTree?.Elements<Shape>() ?? []];

    /// <summary>The kind of placeholder; null for a shape that is none. One without a kind is for any content.</summary>
    public static PlaceholderValues? TypeOf(Shape shape) =>
        Placeholder(shape) is { } placeholder ? placeholder.Type.Get() ?? PlaceholderValues.Object : null;

    public static bool IsTitle(Shape shape)
    {
        var type = TypeOf(shape);
        return type == PlaceholderValues.Title || type == PlaceholderValues.CenteredTitle;
    }

    /// <summary>Text in the content placeholders has bullets unless it says otherwise.</summary>
    public static bool HasBullets(Shape shape)
    {
        var type = TypeOf(shape);
        return type == PlaceholderValues.Object || type == PlaceholderValues.Body;
    }

    /// <summary>The upper left corner, in English Metric Units.</summary>
    public (long X, long Y) PositionOf(OpenXmlElement element)
    {
        var offset = element switch
        {
            Shape shape => shape.ShapeProperties?.Transform2D?.Offset ?? InLayout(shape)?.ShapeProperties?.Transform2D?.Offset,
            GroupShape group => group.GroupShapeProperties?.TransformGroup?.Offset,
            GraphicFrame frame => frame.Transform?.Offset,
            _ => null,
        };
        return (offset?.X.Get() ?? 0, offset?.Y.Get() ?? 0);
    }

    private Shape? InLayout(Shape shape) =>
        Placeholder(shape) is not { } placeholder ? null
        : layout.FirstOrDefault(l => Placeholder(l) is { } p && p.Index.Get() == placeholder.Index.Get() && placeholder.Index is not null)
            ?? layout.FirstOrDefault(l => TypeOf(l) == TypeOf(shape));

    private static PlaceholderShape? Placeholder(Shape shape) =>
        shape.NonVisualShapeProperties?.ApplicationNonVisualDrawingProperties?.PlaceholderShape;
}
