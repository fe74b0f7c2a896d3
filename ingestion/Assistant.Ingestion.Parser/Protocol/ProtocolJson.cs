using System.Text.Json.Serialization;

namespace Assistant.Ingestion.Parser.Protocol;

[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ParseRequest))]
[JsonSerializable(typeof(ParseReply))]
internal sealed partial class ProtocolJson : JsonSerializerContext;
