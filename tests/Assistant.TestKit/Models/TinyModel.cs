using Assistant.Inference.Gguf;

namespace Assistant.TestKit.Models;

/// <summary>Writes small models that real runtimes load, with random weights and yet distinct, context-dependent output.</summary>
public static class TinyModel
{
    /// <summary>Writes the model and returns its path.</summary>
    public static string Write(string path, TinyModelOptions? options = null)
    {
        options ??= new();
        Write(path, options, Tensors(options));
        return path;
    }

    /// <summary>
    /// The readable token that follows another in a model of <see cref="ModelSpeech.Successor"/>, for all of them: the
    /// text that such a model quotes.
    /// </summary>
    public static int[] SuccessorCycle(TinyModelOptions options) =>
        RandomRows.Shuffled(options.Seed, options.Vocabulary.Readable);

    internal static void Write(string path, TinyModelOptions options, IEnumerable<ModelTensor> tensors) =>
        GgufWriter.Write(path, ModelMetadata.Of(options), [.. tensors.Select(tensor => tensor.As(options.Weights))]);

    internal static IEnumerable<ModelTensor> Tensors(TinyModelOptions options) =>
        options.Kind == ModelKind.Llama ? LlamaTensors.Of(options) : BertTensors.Of(options);
}
