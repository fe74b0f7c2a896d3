namespace Assistant.Inference.Runtime;

/// <summary>
/// The KV cache and the compute buffers of a model; used by one thread. Sequences share cells: a copied prefix costs
/// no memory. One decode has one adapter set.
/// </summary>
internal interface IRuntimeContext : IDisposable
{
    /// <summary>Cells of the KV cache (tokens over all sequences).</summary>
    int Cells { get; }

    /// <summary>Most tokens of one batch.</summary>
    int BatchTokens { get; }

    /// <summary>Sequence ids are 0 … MaxSequences - 1.</summary>
    int MaxSequences { get; }

    /// <summary>Replaces the adapter set that following decodes run with; an empty set is the base model.</summary>
    void SetAdapters(ReadOnlySpan<ScaledAdapter> adapters);

    /// <summary>Computes a batch. When it does not fit into the cache, nothing has changed.</summary>
    DecodeStatus Decode(TokenBatch batch);

    /// <summary>Logits (vocabulary size) of the batch entry that asked for them, valid until the next decode.</summary>
    ReadOnlySpan<float> Logits(int batchIndex);

    /// <summary>Pooled embedding of a sequence of the last batch, or a reranker's outputs.</summary>
    ReadOnlySpan<float> Embedding(int sequence);

    /// <summary>Lets a sequence share the tokens [0, end) of another one.</summary>
    void CopyPrefix(int source, int target, int end);

    /// <summary>Forgets the tokens of a sequence from a position on; 0 forgets it whole.</summary>
    void Truncate(int sequence, int from);

    /// <summary>Number of tokens that a sequence holds.</summary>
    int Length(int sequence);

    /// <summary>Bytes that <see cref="SaveState"/> writes.</summary>
    long StateSize(int sequence);

    /// <summary>Copies a sequence's keys and values out.</summary>
    void SaveState(int sequence, Span<byte> target);

    /// <summary>Puts saved keys and values into an empty sequence; false when no room was found.</summary>
    bool RestoreState(int sequence, ReadOnlySpan<byte> state);
}

internal enum DecodeStatus
{
    Done,

    /// <summary>The KV cache has no room for the batch.</summary>
    NoRoom,
}
