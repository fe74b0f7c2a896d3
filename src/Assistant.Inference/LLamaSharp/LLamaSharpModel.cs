using Assistant.Inference.Generation;
using Assistant.Inference.Native;
using Assistant.Inference.Native.Interop;
using Assistant.Inference.Runtime;
using LLama.Exceptions;
using LLama.Native;

namespace Assistant.Inference.LLamaSharp;

internal sealed class LLamaSharpModel : IRuntimeModel
{
    // llama.cpp keeps a list of a model's adapters without a lock: loading and freeing change it, and a decode after a
    // change of the adapter set reads it.
    private readonly Lock adapters = new();
    private readonly SafeLlamaModelHandle handle;

    public LLamaSharpModel(string path, ModelSettings settings)
    {
        var parameters = LLamaModelParams.Default();
        parameters.n_gpu_layers = settings.GpuLayers;
        parameters.main_gpu = settings.MainGpu;
        parameters.use_mmap = settings.MemoryMap;
        parameters.use_mlock = settings.LockMemory;
        try
        {
            handle = SafeLlamaModelHandle.LoadFromFile(path, parameters);
        }
        catch (Exception e) when (e is RuntimeError or IOException or UnauthorizedAccessException)
        {
            throw new RuntimeException($"llama.cpp could not load the model {path}; its messages in the log name the reason. ({e.Message})");
        }

        Vocabulary = new LLamaSharpVocabulary(handle);
    }

    public IRuntimeVocabulary Vocabulary { get; }

    public int EmbeddingLength => Llama.EmbeddingLength(handle.DangerousGetHandle());

    public int ClassifierOutputs => (int)Llama.ClassifierOutputs(handle.DangerousGetHandle());

    public int TrainedContext => handle.ContextSize;

    public long SizeBytes => (long)handle.SizeInBytes;

    public IRuntimeContext CreateContext(ContextSettings settings)
    {
        lock (adapters)
        {
            return new LLamaSharpContext(handle, adapters, settings, settings.Pooling == Pooling.Rank ? Math.Max(1, ClassifierOutputs) : EmbeddingLength);
        }
    }

    public IRuntimeAdapter LoadAdapter(string path)
    {
        try
        {
            lock (adapters)
            {
                return new LLamaSharpAdapter(handle.LoadLoraFromFile(path), adapters);
            }
        }
        catch (Exception e) when (e is RuntimeException or IOException or UnauthorizedAccessException)
        {
            throw new RuntimeException($"llama.cpp could not load the adapter {path}; its messages in the log name the reason. ({e.Message})");
        }
    }

    public IRuntimeSampler CreateSampler(SamplingParameters settings) =>
        settings.IsPlainGreedy ? GreedySampler.Instance : new LLamaSharpSampler(handle, settings);

    public void Dispose() => handle.Dispose();
}
