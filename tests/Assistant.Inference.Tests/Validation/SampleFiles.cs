using Assistant.Inference.Gguf;
using Assistant.Inference.Validation;
using Assistant.TestKit.Models;

namespace Assistant.Inference.Tests.Validation;

/// <summary>Files of the test kit in memory, whole or changed.</summary>
internal static class SampleFiles
{
    public static TinyModelOptions Llama { get; } = new() { Embedding = 32, FeedForward = 64 };

    public static IReadOnlyDictionary<string, TinyModelOptions> Models { get; } = new Dictionary<string, TinyModelOptions>
    {
        ["spm"] = Llama,
        ["bpe"] = Llama with { Vocabulary = Vocabularies.Bpe(), Weights = WeightType.F16 },
        ["quantised"] = Llama with { Weights = WeightType.Q8_0, Layers = 1 },
        ["tied"] = Llama with { TiedOutput = true },
        ["embedder"] = Llama with { Kind = ModelKind.BertEmbedder, Vocabulary = Vocabularies.WordPiece(), Context = 64 },
        ["reranker"] = Llama with { Kind = ModelKind.BertReranker, Vocabulary = Vocabularies.WordPiece(), Context = 64 },
    };

    public static byte[] Model(
        TinyModelOptions options, Action<Dictionary<string, object>>? change = null, Func<ModelTensor, ModelTensor?>? tensors = null)
    {
        var metadata = ModelMetadata.Of(options).ToDictionary(pair => pair.Key, pair => pair.Value);
        change?.Invoke(metadata);
        var kept = TinyModel.Tensors(options).Select(tensor => tensors is null ? tensor : tensors(tensor)).OfType<ModelTensor>();
        return Bytes(metadata, kept, options.Weights);
    }

    public static byte[] Adapter(
        TinyModelOptions model, TinyAdapterOptions options, Action<Dictionary<string, object>>? change = null, Func<ModelTensor, ModelTensor?>? tensors = null)
    {
        var metadata = TinyAdapter.Metadata(model, options).ToDictionary(pair => pair.Key, pair => pair.Value);
        change?.Invoke(metadata);
        var kept = TinyAdapter.Tensors(model, options).Select(tensor => tensors is null ? tensor : tensors(tensor)).OfType<ModelTensor>();
        return Bytes(metadata, kept, options.Weights);
    }

    public static Result<BaseModelInfo, ModelFileProblem> Validate(byte[] model)
    {
        var file = GgufReader.Read(new MemoryStream(model), "folder/model.gguf");
        return file.IsValid ? BaseModelValidator.Validate(file.Value) : file.Problem;
    }

    public static Result<AdapterInfo, ModelFileProblem> Validate(byte[] adapter, BaseModelInfo model)
    {
        var file = GgufReader.Read(new MemoryStream(adapter), "folder/adapter.gguf");
        return file.IsValid ? AdapterValidator.Validate(file.Value, model) : file.Problem;
    }

    private static byte[] Bytes(Dictionary<string, object> metadata, IEnumerable<ModelTensor> tensors, WeightType weights)
    {
        using var stream = new MemoryStream();
        GgufWriter.Write(stream, metadata, [.. tensors.Select(tensor => tensor.As(weights))]);
        return stream.ToArray();
    }
}
