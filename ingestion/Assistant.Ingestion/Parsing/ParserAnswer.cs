using Assistant.Core.Documents;
using Assistant.Ingestion.Parser.Protocol;

namespace Assistant.Ingestion.Parsing;

/// <summary>What came back for a request: a reply, or the way in which the process failed.</summary>
internal sealed record ParserAnswer(ParseReply? Reply, ParseFailure? Fault);
