using Assistant.Ingestion.Parser.Reading;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;

namespace Assistant.Ingestion.Parser.Office;

/// <summary>Presentations: a page per slide, its title as heading, its content by position, its speaker notes. Hidden slides are left out.</summary>
internal sealed class PptxReader : IFormatReader
{
    public void Read(SourceFile file, TextBuilder text)
    {
        using var document = PresentationDocument.Open(file.Content, isEditable: false, OfficePackage.Settings(file));
        var presentation = document.PresentationPart ?? throw Refusals.Damaged();
        text.Title = document.PackageProperties.Title;
        var number = 0;
        foreach (var id in presentation.Presentation?.SlideIdList?.Elements<SlideId>() ?? [])
        {
            number++;
            if (id.RelationshipId.Get() is { } relationship
                && presentation.TryGetPartById(relationship, out var part)
                && part is SlidePart { Slide: { } slide } slidePart
                && slide.Show.Get() != false)
            {
                text.Page = number;
                new SlideWriter(text, slidePart).Write();
            }
        }
    }
}
