using Assistant.Inference.Native.Interop;
using Assistant.Inference.Runtime;
using LLama.Exceptions;
using LLama.Native;

namespace Assistant.Inference.LLamaSharp;

/// <summary>All decodes of LLamaSharp share one lock: contexts of one process compute one after the other.</summary>
internal sealed unsafe class LLamaSharpContext : IRuntimeContext
{
    private readonly SafeLLamaContextHandle handle;
    private readonly LLamaBatch input = new();
    private readonly Lock adapterGate;
    private readonly int embeddingLength;
    private bool adaptersChanged = true;

    public LLamaSharpContext(SafeLlamaModelHandle model, Lock adapterGate, ContextSettings settings, int embeddingLength)
    {
        this.adapterGate = adapterGate;
        this.embeddingLength = embeddingLength;
        handle = model.CreateContext(Parameters(settings));
        if (handle.IsInvalid)
        {
            // LLamaSharp counted a reference to the model that an invalid handle never gives back.
            model.DangerousRelease();
            throw new RuntimeException($"llama.cpp could not create a context of {settings.Cells} tokens: there may not be enough memory; lower Inference:ContextTokens.");
        }

        Cells = (int)handle.ContextSize;
        BatchTokens = (int)handle.BatchSize;
        MaxSequences = (int)handle.MaxSeq;
    }

    public int Cells { get; }

    public int BatchTokens { get; }

    public int MaxSequences { get; }

    public void SetAdapters(ReadOnlySpan<ScaledAdapter> adapters)
    {
        var set = new (LoraAdapter, float)[adapters.Length];
        for (var i = 0; i < adapters.Length; i++)
        {
            set[i] = (((LLamaSharpAdapter)adapters[i].Adapter).Adapter, adapters[i].Scale);
        }

        handle.SetLoraAdapters(set);
        adaptersChanged = true;
    }

    public DecodeStatus Decode(TokenBatch batch)
    {
        input.Clear();
        for (var i = 0; i < batch.Count; i++)
        {
            input.Add(batch.Tokens[i], batch.Positions[i], (LLamaSeqId)batch.Sequences[i], batch.Outputs[i] != 0);
        }

        if (!adaptersChanged)
        {
            return Compute();
        }

        // The first decode with another set sizes its graph by the adapters that are loaded.
        lock (adapterGate)
        {
            var status = Compute();
            adaptersChanged = status != DecodeStatus.Done;
            return status;
        }
    }

    public ReadOnlySpan<float> Logits(int batchIndex)
    {
        try
        {
            return handle.GetLogitsIth(batchIndex);
        }
        catch (GetLogitsInvalidIndexException)
        {
            throw Missing("logits");
        }
    }

    public ReadOnlySpan<float> Embedding(int sequence)
    {
        // LLamaSharp's own accessor checks for null in debug builds only, and takes a score for a whole vector.
        var values = Llama.SequenceEmbedding(handle.DangerousGetHandle(), sequence);
        return values is null ? throw Missing("embedding") : new ReadOnlySpan<float>(values, embeddingLength);
    }

    public void CopyPrefix(int source, int target, int end) => handle.MemorySequenceCopy((LLamaSeqId)source, (LLamaSeqId)target, 0, end);

    public void Truncate(int sequence, int from)
    {
        handle.MemorySequenceRemove((LLamaSeqId)sequence, from, -1);
        if (Length(sequence) > from)
        {
            throw new RuntimeException($"llama_memory_seq_rm refused to cut sequence {sequence} at {from}: this model's memory cannot be cut.");
        }
    }

    public int Length(int sequence) => (int)handle.MemorySequenceMaxPosition((LLamaSeqId)sequence) + 1;

    public long StateSize(int sequence) => (long)handle.GetStateSize((LLamaSeqId)sequence);

    public void SaveState(int sequence, Span<byte> target)
    {
        fixed (byte* bytes = target)
        {
            if (handle.GetState(bytes, (nuint)target.Length, (LLamaSeqId)sequence) == 0)
            {
                throw new RuntimeException($"llama_state_seq_get_data failed for sequence {sequence}.");
            }
        }
    }

    public bool RestoreState(int sequence, ReadOnlySpan<byte> state)
    {
        fixed (byte* bytes = state)
        {
            return handle.SetState(bytes, (nuint)state.Length, (LLamaSeqId)sequence) != 0;
        }
    }

    public void Dispose() => handle.Dispose();

    private DecodeStatus Compute() => handle.Decode(input) switch
    {
        DecodeResult.Ok => DecodeStatus.Done,
        DecodeResult.NoKvSlot => DecodeStatus.NoRoom,
        var failure => throw new RuntimeException($"llama_decode failed with {failure} on a batch of {input.TokenCount} tokens."),
    };

    private static LLamaContextParams Parameters(ContextSettings settings)
    {
        var parameters = LLamaContextParams.Default();
        parameters.n_ctx = (uint)settings.Cells;
        parameters.n_batch = (uint)settings.BatchTokens;
        parameters.n_ubatch = (uint)settings.MicroBatchTokens;
        parameters.n_seq_max = (uint)settings.MaxSequences;
        parameters.n_threads = settings.ThreadsOrCores;
        parameters.n_threads_batch = settings.ThreadsOrCores;
        parameters.type_k = (GGMLType)settings.KeyValueType;
        parameters.type_v = (GGMLType)settings.KeyValueType;
        // One pool of cells for all sequences: prefixes are shared without a copy.
        parameters.kv_unified = true;
        parameters.llama_flash_attn_type = (LLamaFlashAttentionType)settings.FlashAttention;
        if (settings.Pooling is { } pooling)
        {
            parameters.embeddings = true;
            parameters.llama_pooling_type = (LLamaPoolingType)pooling;
        }

        return parameters;
    }

    private static RuntimeException Missing(string what) => new($"llama.cpp has no {what} for this entry of the last batch.");
}
