using Assistant.Inference.Native.Interop;
using Assistant.Inference.Runtime;

namespace Assistant.Inference.Native;

internal sealed unsafe class NativeContext : IRuntimeContext
{
    private readonly Lock adapterGate;
    private readonly int vocabularySize;
    private readonly int embeddingLength;
    private readonly int[] sequenceCounts;
    private readonly nint memory;
    private nint handle;
    private bool adaptersChanged = true;

    public NativeContext(nint model, Lock adapterGate, ContextSettings settings, int vocabularySize, int embeddingLength, int classifierOutputs)
    {
        var parameters = Llama.DefaultContextParameters();
        parameters.Cells = (uint)settings.Cells;
        parameters.BatchTokens = (uint)settings.BatchTokens;
        parameters.MicroBatchTokens = (uint)settings.MicroBatchTokens;
        parameters.MaxSequences = (uint)settings.MaxSequences;
        parameters.Threads = settings.ThreadsOrCores;
        parameters.BatchThreads = settings.ThreadsOrCores;
        parameters.KeyType = (int)settings.KeyValueType;
        parameters.ValueType = (int)settings.KeyValueType;
        // One pool of cells for all sequences: prefixes are shared without a copy.
        parameters.UnifiedCache = 1;
        parameters.FlashAttention = (int)settings.FlashAttention;
        if (settings.Pooling is { } pooling)
        {
            parameters.Embeddings = 1;
            parameters.Pooling = (int)pooling;
        }

        handle = Llama.CreateContext(model, parameters);
        if (handle == 0)
        {
            throw new RuntimeException($"llama.cpp could not create a context of {settings.Cells} tokens: there may not be enough memory; lower Inference:ContextTokens.");
        }

        this.adapterGate = adapterGate;
        memory = LlamaMemory.Of(handle);
        this.vocabularySize = vocabularySize;
        this.embeddingLength = settings.Pooling == Pooling.Rank ? Math.Max(1, classifierOutputs) : embeddingLength;
        sequenceCounts = new int[settings.BatchTokens];
        Array.Fill(sequenceCounts, 1);
        Cells = (int)Llama.Cells(handle);
        BatchTokens = (int)Llama.BatchTokens(handle);
        MaxSequences = (int)Llama.MaxSequences(handle);
    }

    public int Cells { get; }

    public int BatchTokens { get; }

    public int MaxSequences { get; }

    public void SetAdapters(ReadOnlySpan<ScaledAdapter> adapters)
    {
        var handles = stackalloc nint[adapters.Length + 1];
        var scales = stackalloc float[adapters.Length + 1];
        for (var i = 0; i < adapters.Length; i++)
        {
            handles[i] = ((NativeAdapter)adapters[i].Adapter).Handle;
            scales[i] = adapters[i].Scale;
        }

        var status = Llama.SetAdapters(handle, handles, (nuint)adapters.Length, scales);
        if (status != 0)
        {
            throw new RuntimeException($"llama_set_adapters_lora failed with {status}.");
        }

        adaptersChanged = true;
    }

    public DecodeStatus Decode(TokenBatch batch)
    {
        if (!adaptersChanged)
        {
            return Compute(batch);
        }

        // The first decode with another set sizes its graph by the adapters that are loaded.
        lock (adapterGate)
        {
            var status = Compute(batch);
            adaptersChanged = status != DecodeStatus.Done;
            return status;
        }
    }

    public ReadOnlySpan<float> Logits(int batchIndex) => Read(Llama.Logits(handle, batchIndex), vocabularySize, "logits");

    public ReadOnlySpan<float> Embedding(int sequence) => Read(Llama.SequenceEmbedding(handle, sequence), embeddingLength, "embedding");

    public void CopyPrefix(int source, int target, int end) => LlamaMemory.Copy(memory, source, target, 0, end);

    public void Truncate(int sequence, int from)
    {
        // A model without a cache (an encoder) has nothing to forget.
        if (memory != 0 && !LlamaMemory.Remove(memory, sequence, from, -1))
        {
            throw new RuntimeException($"llama_memory_seq_rm refused to cut sequence {sequence} at {from}: this model's memory cannot be cut.");
        }
    }

    public int Length(int sequence) => LlamaMemory.LastPosition(memory, sequence) + 1;

    public long StateSize(int sequence) => (long)LlamaMemory.StateSize(handle, sequence);

    public void SaveState(int sequence, Span<byte> target)
    {
        fixed (byte* bytes = target)
        {
            if (LlamaMemory.SaveState(handle, bytes, (nuint)target.Length, sequence) == 0)
            {
                throw new RuntimeException($"llama_state_seq_get_data failed for sequence {sequence}.");
            }
        }
    }

    public bool RestoreState(int sequence, ReadOnlySpan<byte> state)
    {
        fixed (byte* bytes = state)
        {
            return LlamaMemory.RestoreState(handle, bytes, (nuint)state.Length, sequence) != 0;
        }
    }

    public void Dispose()
    {
        if (handle != 0)
        {
            Llama.FreeContext(handle);
            handle = 0;
        }
    }

    private DecodeStatus Compute(TokenBatch batch)
    {
        var sequencePointers = stackalloc int*[batch.Count];
        fixed (int* tokens = batch.Tokens, positions = batch.Positions, sequences = batch.Sequences, counts = sequenceCounts)
        fixed (byte* outputs = batch.Outputs)
        {
            for (var i = 0; i < batch.Count; i++)
            {
                sequencePointers[i] = sequences + i;
            }

            var status = Llama.Decode(handle, new Batch
            {
                Count = batch.Count, Tokens = tokens, Positions = positions, SequenceCounts = counts, Sequences = sequencePointers, Outputs = outputs,
            });
            return status switch
            {
                0 => DecodeStatus.Done,
                1 => DecodeStatus.NoRoom,
                _ => throw new RuntimeException($"llama_decode failed with {status} on a batch of {batch.Count} tokens."),
            };
        }
    }

    private static ReadOnlySpan<float> Read(float* values, int length, string what) =>
        values is null ? throw new RuntimeException($"llama.cpp has no {what} for this entry of the last batch.") : new ReadOnlySpan<float>(values, length);
}
