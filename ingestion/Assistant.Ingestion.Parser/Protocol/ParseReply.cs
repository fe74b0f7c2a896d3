using Assistant.Core.Documents;

namespace Assistant.Ingestion.Parser.Protocol;

/// <summary>The answer to a <see cref="ParseRequest"/>: a document, a refusal, or an I/O error that is worth another try.</summary>
/// <param name="Message">What the person who uploaded the file is told; set with <paramref name="Failure"/>.</param>
/// <param name="Detail">For the log: type and place of the exception behind a refusal. Never text of the document.</param>
/// <param name="Error">The file could not be opened.</param>
internal sealed record ParseReply(
    ExtractedDocument? Document = null,
    ParseFailure? Failure = null,
    string? Message = null,
    string? Detail = null,
    string? Error = null);
