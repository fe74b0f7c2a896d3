using System.Runtime.CompilerServices;
using Assistant.Ingestion.Parser.Reading;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using A = DocumentFormat.OpenXml.Drawing;

namespace Assistant.Ingestion.Parser.Office;

/// <summary>Writes one slide.</summary>
internal sealed class SlideWriter(TextBuilder text, SlidePart part)
{
    /// <summary>Shapes whose tops differ by less are read from left to right, in English Metric Units: a third of an inch.</summary>
    private const long SameRow = 304_800;

    private readonly SlidePlaceholders placeholders = new(part);

    public void Write()
    {
        var shapes = part.Slide?.CommonSlideData?.ShapeTree;
        if (shapes is not null)
        {
            WriteShapes(shapes);
        }

        foreach (var note in part.NotesSlidePart?.NotesSlide?.CommonSlideData?.ShapeTree?.Elements<Shape>() ?? [])
        {
            if (SlidePlaceholders.TypeOf(note) == PlaceholderValues.Body)
            {
                text.Note(string.Join('\n', DrawingText.Paragraphs(note.TextBody).Select(p => p.Text)));
            }
        }
    }

    private void WriteShapes(OpenXmlCompositeElement tree)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var element in InReadingOrder(tree))
        {
            switch (element)
            {
                case Shape shape:
                    WriteShape(shape);
                    break;
                case GroupShape group:
                    WriteShapes(group);
                    break;
                case GraphicFrame frame:
                    WriteFrame(frame);
                    break;
            }
        }
    }

    /// <summary>The title, then from top to bottom and from left to right.</summary>
    private List<OpenXmlElement> InReadingOrder(OpenXmlCompositeElement tree) =>
        [.. tree.ChildElements
            .SelectMany(e => e is AlternateContent alternate ? (alternate.GetFirstChild<AlternateContentChoice>() ?? Enumerable.Empty<OpenXmlElement>()) : [e])
            .Where(e => e is Shape or GroupShape or GraphicFrame)
            .Select(e => (Element: e, Position: placeholders.PositionOf(e)))
            .OrderBy(e => e.Element is Shape shape && SlidePlaceholders.IsTitle(shape) ? 0 : 1)
            .ThenBy(e => e.Position.Y / SameRow)
            .ThenBy(e => e.Position.X)
            .Select(e => e.Element)];

    private void WriteShape(Shape shape)
    {
        var type = SlidePlaceholders.TypeOf(shape);
        if (type == PlaceholderValues.DateAndTime || type == PlaceholderValues.Footer || type == PlaceholderValues.SlideNumber || type == PlaceholderValues.Header)
        {
            return;
        }

        var paragraphs = DrawingText.Paragraphs(shape.TextBody).ToList();
        if (SlidePlaceholders.IsTitle(shape))
        {
            text.Heading(string.Join(' ', paragraphs.Select(p => p.Text)), 1);
            return;
        }

        var bulletsByDefault = SlidePlaceholders.HasBullets(shape);
        foreach (var paragraph in paragraphs)
        {
            if (paragraph.IsBullet ?? bulletsByDefault)
            {
                text.ListItem(paragraph.Number + paragraph.Text);
            }
            else
            {
                text.Paragraph(paragraph.Text);
            }
        }
    }

    private void WriteFrame(GraphicFrame frame)
    {
        foreach (var table in frame.Descendants<A.Table>())
        {
            var data = DrawingTable.Read(table);
            text.Table(data.Rows, data.HeaderRows);
        }

        foreach (var reference in frame.Descendants<DocumentFormat.OpenXml.Drawing.Charts.ChartReference>())
        {
            if (reference.Id.Get() is { } id && part.TryGetPartById(id, out var chart) && chart is ChartPart { ChartSpace: { } space })
            {
                ChartData.Write(space, text);
            }
        }

        foreach (var reference in frame.Descendants<DocumentFormat.OpenXml.Drawing.Diagrams.RelationshipIds>())
        {
            if (reference.DataPart.Get() is { } id && part.TryGetPartById(id, out var data) && data is DiagramDataPart { DataModelRoot: { } model })
            {
                foreach (var paragraph in model.Descendants<A.Paragraph>())
                {
                    text.ListItem(DrawingText.Of(paragraph));
                }
            }
        }
    }
}
