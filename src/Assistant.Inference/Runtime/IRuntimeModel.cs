using Assistant.Inference.Generation;

namespace Assistant.Inference.Runtime;

/// <summary>Weights in memory. Its contexts and adapters must be disposed before it.</summary>
internal interface IRuntimeModel : IDisposable
{
    IRuntimeVocabulary Vocabulary { get; }

    /// <summary>Length of an embedding (floats).</summary>
    int EmbeddingLength { get; }

    /// <summary>Number of classes of a reranker's or classifier's head; 0 without one.</summary>
    int ClassifierOutputs { get; }

    /// <summary>Context length that the model was trained for (tokens).</summary>
    int TrainedContext { get; }

    /// <summary>Bytes of the weights.</summary>
    long SizeBytes { get; }

    IRuntimeContext CreateContext(ContextSettings settings);

    /// <summary>Loads a validated adapter. Safe while a context decodes on another thread.</summary>
    IRuntimeAdapter LoadAdapter(string path);

    IRuntimeSampler CreateSampler(SamplingParameters settings);
}
