namespace Assistant.Ingestion.Parser.Reading;

/// <summary>Reads one format.</summary>
internal interface IFormatReader
{
    /// <summary>Appends what the file says to <paramref name="text"/>.</summary>
    /// <exception cref="RefusalException">The file cannot be read, and it is known why.</exception>
    void Read(SourceFile file, TextBuilder text);
}
