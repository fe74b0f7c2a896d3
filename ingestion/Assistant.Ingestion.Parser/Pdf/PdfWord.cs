namespace Assistant.Ingestion.Parser.Pdf;

/// <summary>Characters without a gap between them. <see cref="Text"/> is in the order of reading.</summary>
internal sealed record PdfWord(string Text, PdfBox Box, double Size, bool Bold);
