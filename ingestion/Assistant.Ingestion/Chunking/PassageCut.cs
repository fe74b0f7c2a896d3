namespace Assistant.Ingestion.Chunking;

/// <summary>Where a passage lies in the extracted text, and what stands above it.</summary>
internal sealed record PassageCut(int Start, int Length, IReadOnlyList<string> HeadingPath, string? TableHeader, int? Page)
{
    public int End => Start + Length;
}
