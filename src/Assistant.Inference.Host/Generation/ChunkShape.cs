using System.Text.Json.Serialization.Metadata;
using Assistant.Inference.Generation;

namespace Assistant.Inference.Host.Generation;

/// <summary>How a generation becomes the events of one endpoint's stream. One instance serves one answer.</summary>
internal abstract class ChunkShape<TEvent>(JsonTypeInfo<TEvent> json)
{
    public JsonTypeInfo<TEvent> EventJson { get; } = json;

    /// <summary>The events for a piece of output; none while it is held back.</summary>
    public abstract IEnumerable<TEvent> OfChunk(GenerationChunk chunk);

    /// <summary>The events after the last piece.</summary>
    public abstract IEnumerable<TEvent> OfEnd(GenerationSummary summary);
}
