using Assistant.Core.Documents;

namespace Assistant.Ingestion.Parser.Reading;

/// <summary>
/// Ends the reading of a file from any depth of a reader. It does not leave this process: <see cref="DocumentReader"/>
/// turns it into a typed reply.
/// </summary>
internal sealed class RefusalException(ParseFailure reason, string message) : Exception(message)
{
    public ParseFailure Reason { get; } = reason;
}
