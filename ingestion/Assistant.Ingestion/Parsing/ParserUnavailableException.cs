namespace Assistant.Ingestion.Parsing;

/// <summary>No parser could be started, or it could not open the stored file: the fault is not the document's.</summary>
internal sealed class ParserUnavailableException : IOException
{
    public ParserUnavailableException(string message)
        : base(message)
    {
    }

    public ParserUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
