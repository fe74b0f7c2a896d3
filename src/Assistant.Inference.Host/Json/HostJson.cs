using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assistant.Inference.Host.Adapters;
using Assistant.Inference.Host.Chat;
using Assistant.Inference.Host.Completions;
using Assistant.Inference.Host.Embeddings;
using Assistant.Inference.Host.Errors;
using Assistant.Inference.Host.Health;
using Assistant.Inference.Host.Lifetime;
using Assistant.Inference.Host.Models;
using Assistant.Inference.Host.Reranking;
using Assistant.Inference.Status;

namespace Assistant.Inference.Host.Json;

/// <summary>The JSON of every endpoint.</summary>
[JsonSerializable(typeof(ChatCompletionRequest))]
[JsonSerializable(typeof(ChatCompletion))]
[JsonSerializable(typeof(ChatCompletionChunk))]
[JsonSerializable(typeof(CompletionRequest))]
[JsonSerializable(typeof(Completion))]
[JsonSerializable(typeof(EmbeddingRequest))]
[JsonSerializable(typeof(EmbeddingList))]
[JsonSerializable(typeof(RerankRequest))]
[JsonSerializable(typeof(Reranked))]
[JsonSerializable(typeof(ModelCard))]
[JsonSerializable(typeof(ModelList))]
[JsonSerializable(typeof(AdapterRequest))]
[JsonSerializable(typeof(DeletedModel))]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(EngineStatus))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(ListeningLine))]
[JsonSerializable(typeof(FailedLine))]
internal sealed partial class HostJson : JsonSerializerContext
{
    /// <summary>The contract with the options of <see cref="Configure"/>, for whatever does not go through the framework.</summary>
    public static HostJson Wire { get; } = new(Configure(new JsonSerializerOptions()));

    /// <summary>Text is written as it is, not as \u escapes: the answers are application/json and text/event-stream, never HTML.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.PropertyNameCaseInsensitive = false;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        return options;
    }
}
