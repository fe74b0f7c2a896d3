using Assistant.Ingestion.Parser.Reading;
using DocumentFormat.OpenXml.Packaging;

namespace Assistant.Ingestion.Parser.Office;

internal static class OfficePackage
{
    /// <summary>How documents are opened: one part of a package may not be longer than the whole may unpack to.</summary>
    public static OpenSettings Settings(SourceFile file) => new()
    {
        AutoSave = false,
        MaxCharactersInPart = file.MaxUnpackedBytes,
    };
}
