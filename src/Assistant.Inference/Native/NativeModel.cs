using Assistant.Inference.Generation;
using Assistant.Inference.Native.Interop;
using Assistant.Inference.Runtime;

namespace Assistant.Inference.Native;

internal sealed class NativeModel : IRuntimeModel
{
    // llama.cpp keeps a list of a model's adapters without a lock: loading and freeing change it, and a decode after a
    // change of the adapter set reads it.
    private readonly Lock adapters = new();
    private readonly nint vocabulary;
    private nint handle;

    public NativeModel(string path, ModelSettings settings)
    {
        var parameters = Llama.DefaultModelParameters();
        parameters.GpuLayers = settings.GpuLayers;
        parameters.MainGpu = settings.MainGpu;
        parameters.MemoryMap = settings.MemoryMap ? (byte)1 : (byte)0;
        parameters.LockMemory = settings.LockMemory ? (byte)1 : (byte)0;
        handle = Llama.LoadModel(path, parameters);
        if (handle == 0)
        {
            throw new RuntimeException($"llama.cpp could not load the model {path}; its messages in the log name the reason.");
        }

        vocabulary = Llama.Vocabulary(handle);
        Vocabulary = new NativeVocabulary(vocabulary);
    }

    public IRuntimeVocabulary Vocabulary { get; }

    public int EmbeddingLength => Llama.EmbeddingLength(handle);

    public int ClassifierOutputs => (int)Llama.ClassifierOutputs(handle);

    public int TrainedContext => Llama.TrainedContext(handle);

    public long SizeBytes => (long)Llama.ModelSize(handle);

    public IRuntimeContext CreateContext(ContextSettings settings)
    {
        lock (adapters)
        {
            return new NativeContext(handle, adapters, settings, Vocabulary.Size, EmbeddingLength, ClassifierOutputs);
        }
    }

    public IRuntimeAdapter LoadAdapter(string path)
    {
        lock (adapters)
        {
            var adapter = Llama.LoadAdapter(handle, path);
            return adapter == 0
                ? throw new RuntimeException($"llama.cpp could not load the adapter {path}; its messages in the log name the reason.")
                : new NativeAdapter(adapter, adapters);
        }
    }

    public IRuntimeSampler CreateSampler(SamplingParameters settings) =>
        settings.IsPlainGreedy ? GreedySampler.Instance : new NativeSampler(vocabulary, Vocabulary.Size, settings);

    public void Dispose()
    {
        if (handle != 0)
        {
            Llama.FreeModel(handle);
            handle = 0;
        }
    }
}
