using Assistant.Inference.Gguf;

namespace Assistant.TestKit.Models;

/// <summary>Writes LoRA adapters for a test model, strong enough to change what it says.</summary>
public static class TinyAdapter
{
    /// <summary>Writes an adapter for a base with these options and returns its path.</summary>
    public static string Write(string path, TinyModelOptions model, TinyAdapterOptions? options = null)
    {
        options ??= new();
        GgufWriter.Write(path, Metadata(model, options), [.. Tensors(model, options).Select(tensor => tensor.As(options.Weights))]);
        return path;
    }

    internal static IEnumerable<KeyValuePair<string, object>> Metadata(TinyModelOptions model, TinyAdapterOptions options)
    {
        yield return new("general.architecture", model.Kind == ModelKind.Llama ? "llama" : "bert");
        yield return new("general.type", "adapter");
        yield return new("general.name", options.Name);
        yield return new("adapter.type", "lora");
        yield return new("adapter.lora.alpha", options.Alpha);
        if (options.InvocationTokens.Count > 0)
            yield return new("adapter.alora.invocation_tokens", options.InvocationTokens.Select(token => (uint)token).ToArray());
    }

    internal static IEnumerable<ModelTensor> Tensors(TinyModelOptions model, TinyAdapterOptions options) =>
        TinyModel.Tensors(model).Where(tensor => IsTarget(options, tensor.Name)).Select(tensor => Pair(options, tensor))
            .SelectMany(pair => new[] { pair.A, pair.B });

    internal static bool IsTarget(TinyAdapterOptions options, string tensor)
    {
        var parts = tensor.Split('.');
        return parts[^1] == "weight" && options.Targets.Contains(string.Join('.', parts[0] == "blk" ? parts[2..^1] : parts[..^1]));
    }

    /// <summary>
    /// A [in, rank] and B [rank, out] of a matrix [in, out]. For the embedding matrix A is indexed by token: A [rank,
    /// vocabulary] and B [rank, embedding].
    /// </summary>
    internal static (ModelTensor A, ModelTensor B) Pair(TinyAdapterOptions options, ModelTensor tensor)
    {
        long rank = options.Rank;
        var embedding = tensor.Name == "token_embd.weight";
        var deviation = options.Strength / Math.Sqrt(rank);
        var (a, b) = ($"{tensor.Name}.lora_a", $"{tensor.Name}.lora_b");
        return embedding
            ? (new(a, [rank, tensor.Dimensions[1]], RandomRows.Normal(options.Seed, a, 1)),
                new(b, [rank, tensor.Dimensions[0]], RandomRows.Normal(options.Seed, b, deviation)))
            : (new(a, [tensor.Dimensions[0], rank], RandomRows.Normal(options.Seed, a, 1 / Math.Sqrt(tensor.Dimensions[0]))),
                new(b, [rank, tensor.Dimensions[1]], RandomRows.Normal(options.Seed, b, deviation)));
    }
}
