using Assistant.Inference.Gguf;

namespace Assistant.Inference.Validation;

/// <summary>
/// Decides whether a file may be given to the native library as a base model. Structure, sizes, vocabulary and, for the
/// architectures in <see cref="ArchitectureTensors"/>, every tensor are checked; of others the common parts.
/// </summary>
internal static class BaseModelValidator
{
    public static Result<BaseModelInfo, ModelFileProblem> Validate(string path)
    {
        var file = GgufReader.Read(path);
        return file.IsValid ? Validate(file.Value) : file.Problem;
    }

    public static Result<BaseModelInfo, ModelFileProblem> Validate(GgufFile file)
    {
        var check = new FileCheck(file);
        var architecture = CheckKind(check);
        if (check.Problem is { } wrongKind)
            return wrongKind;
        var shape = ModelShape.Read(check, architecture);
        var vocabulary = TokenizerCheck.Check(check);
        if (check.Problem is { } wrongKeys)
            return wrongKeys;
        if (ArchitectureTensors.Knows(architecture))
            CheckKnown(check, shape, vocabulary);
        else
            CheckTensor(check, new("token_embd.weight", true, shape.Embedding, vocabulary));
        var name = check.Text("general.name");
        var template = check.Text("tokenizer.chat_template");
        if (check.Problem is { } problem)
            return problem;
        return new BaseModelInfo(
            file, architecture, name, shape.Embedding, shape.Blocks, shape.Heads, shape.KeyValueHeads, shape.Context,
            vocabulary, template, shape.Pooling, shape.IsCausal);
    }

    /// <summary>Returns the architecture.</summary>
    private static string CheckKind(FileCheck check)
    {
        var type = check.Text("general.type") ?? "model";
        check.Require(type != "adapter", "general.type", "This is an adapter, not a base model. Load it as an adapter of its base.");
        check.Require(type == "model", "general.type", $"This is a file of type \"{Shown(type)}\", not a base model.");
        var architecture = check.Text("general.architecture");
        check.Require(!string.IsNullOrEmpty(architecture), "general.architecture", "The architecture is missing. Convert the model again with a current converter.");
        check.Require(architecture != "clip", "general.architecture", "This is an image encoder, not a language model.");
        if (check.Metadata.Has("split.count"))
        {
            check.Require(check.Metadata.TryGet<ushort>("split.count", out var parts) && parts <= 1, "split.count",
                "The model is split into several files. Merge them into one with \"llama-gguf-split --merge\".");
        }
        check.Require(check.File.Tensors.Length > 0, "tensor count", "The file has no weights. Use a complete model.");
        return architecture ?? "";
    }

    private static void CheckKnown(FileCheck check, ModelShape shape, int vocabulary)
    {
        var encoder = shape.Architecture == "bert";
        string Key(string name) => $"{shape.Architecture}.{name}";

        check.Real(Key(encoder ? "attention.layer_norm_epsilon" : "attention.layer_norm_rms_epsilon"), 0, 1);
        foreach (var name in (string[])["attention.head_count", "attention.head_count_kv", "feed_forward_length"])
            check.Require(check.Metadata.Find(Key(name)) is not Array, Key(name), "It must be one number for all blocks.");
        check.Require(shape.FeedForward > 0, Key("feed_forward_length"), "It must be above 0. Convert the model again with a current converter.");
        CheckHeads(check, shape, encoder, Key);
        check.Number(Key("embedding_length_out"), shape.Embedding, shape.Embedding, shape.Embedding);
        var tokenTypes = encoder ? check.Number("tokenizer.ggml.token_type_count", 1, 1024) : 0;
        if (check.Problem is not null)
            return;

        CheckTensors(check, shape, vocabulary, tokenTypes);
        if (shape.Pooling == PoolingType.Rank && encoder)
        {
            check.Require(check.File.Find("cls.weight") is not null || check.File.Find("cls.output.weight") is not null,
                "cls.output.weight", "The model is to rank texts but has no classification head. Convert it again with a current converter.");
        }
    }

    private static void CheckHeads(FileCheck check, ModelShape shape, bool encoder, Func<string, string> key)
    {
        check.Require(shape.Heads > 0, key("attention.head_count"), "It must be above 0. Convert the model again with a current converter.");
        check.Require(shape.KeyValueHeads > 0 && shape.Heads % shape.KeyValueHeads == 0, key("attention.head_count_kv"),
            $"{shape.Heads} heads cannot share {shape.KeyValueHeads} key and value heads. Convert the model again with a current converter.");
        check.Require(shape.KeyLength > 0 && shape.KeyLength == shape.ValueLength, key("attention.key_length"),
            $"Heads of {shape.KeyLength} numbers for keys and {shape.ValueLength} for values do not fit. Convert the model again with a current converter.");
        if (encoder)
        {
            check.Require((long)shape.Heads * shape.KeyLength == shape.Embedding, key("attention.head_count"),
                $"{shape.Heads} heads do not divide an embedding of {shape.Embedding}. Convert the model again with a current converter.");
            return;
        }
        check.Require(shape.RopeDimensions == shape.KeyLength && shape.KeyLength % 2 == 0, key("rope.dimension_count"),
            $"{shape.RopeDimensions} rotated numbers do not fit heads of {shape.KeyLength}. Convert the model again with a current converter.");
    }

    /// <summary>Every tensor the architecture needs is there in its shape, and no other.</summary>
    private static void CheckTensors(FileCheck check, ModelShape shape, int vocabulary, int tokenTypes)
    {
        var expected = ArchitectureTensors.Of(shape, vocabulary, tokenTypes).Concat(Enumerable.Range(0, shape.Blocks).SelectMany(block =>
            ArchitectureTensors.Attention(shape, block, fused: check.File.Find($"blk.{block}.attn_qkv.weight") is not null))).ToList();
        foreach (var tensor in expected)
            CheckTensor(check, tensor);
        var names = expected.Select(tensor => tensor.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var tensor in check.File.Tensors)
        {
            var known = names.Contains(tensor.Name) || tensor.Name.EndsWith("scale", StringComparison.Ordinal) || tensor.Name.StartsWith("rope_factors_", StringComparison.Ordinal);
            check.Require(known, tensor.Name, "The architecture has no such tensor. The file is damaged or for another architecture.");
        }
    }

    private static void CheckTensor(FileCheck check, ExpectedTensor expected)
    {
        if (check.File.Find(expected.Name) is not { } tensor)
        {
            check.Require(!expected.Required, expected.Name, "The architecture needs this tensor and the file lacks it. Convert the model again with a current converter.");
            return;
        }
        check.Require(tensor.Dimensions.AsSpan().SequenceEqual(expected.Dimensions), expected.Name,
            $"The tensor is {tensor.Shape} and must be [{string.Join(", ", expected.Dimensions)}]. The file is damaged or was converted wrongly.");
        check.Require(expected.Dimensions.Length == 1 ? tensor.Type == GgmlType.F32 : TensorTypes.Multiply(tensor.Type), expected.Name,
            $"Type {tensor.Type} cannot be computed with here. Convert or quantise the model again.");
    }

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40];
}
