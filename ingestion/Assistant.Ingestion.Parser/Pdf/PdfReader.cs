using Assistant.Ingestion.Parser.Reading;

namespace Assistant.Ingestion.Parser.Pdf;

internal sealed class PdfReader : IFormatReader
{
    public void Read(SourceFile file, TextBuilder text) => throw Refusals.NoText(file.Format);
}
