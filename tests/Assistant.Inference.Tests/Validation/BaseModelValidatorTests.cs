using Assistant.Inference.Gguf;
using Assistant.Inference.Validation;
using Assistant.TestKit.Models;

namespace Assistant.Inference.Tests.Validation;

public sealed class BaseModelValidatorTests
{
    public static TheoryData<string> Kinds => [.. SampleFiles.Models.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Validate_SoundModel_TellsItsShape(string name)
    {
        var options = SampleFiles.Models[name];

        var info = Validate(SampleFiles.Model(options)).Value.ShouldNotBeNull();

        info.EmbeddingLength.ShouldBe(options.Embedding);
        info.BlockCount.ShouldBe(options.Layers);
        info.HeadCount.ShouldBe(options.Heads);
        info.ContextLength.ShouldBe(options.Context);
        info.VocabularySize.ShouldBe(options.Vocabulary.Count);
        info.HasTiedOutput.ShouldBe(options.TiedOutput);
        if (options.Kind == ModelKind.Llama)
        {
            info.KeyValueHeadCount.ShouldBe(options.KeyValueHeads);
            info.ChatTemplate.ShouldBe(ChatTemplates.ChatMl);
            info.Pooling.ShouldBeNull();
            info.IsCausal.ShouldBeTrue();
        }
        else
        {
            info.Pooling.ShouldBe(options.Kind == ModelKind.BertReranker ? PoolingType.Rank : PoolingType.Mean);
            info.IsCausal.ShouldBeFalse();
        }
    }

    [Fact]
    public void Validate_Adapter_SaysThatItIsOne()
    {
        var problem = BaseModelValidator.Validate(GgufBytesOf(SampleFiles.Adapter(SampleFiles.Llama, new()))).Problem.ShouldNotBeNull();

        problem.Field.ShouldBe("general.type");
        problem.Message.ShouldContain("adapter, not a base model");
    }

    public static TheoryData<string, object?> WrongKeys => new()
    {
        { "general.architecture", null },
        { "general.architecture", 3u },
        { "general.architecture", "clip" },
        { "general.type", "vocab" },
        { "split.count", (ushort)2 },
        { "llama.block_count", null },
        { "llama.block_count", 0u },
        { "llama.block_count", 3u },
        { "llama.block_count", 4_000_000_000u },
        { "llama.block_count", 2 },
        { "llama.context_length", 0u },
        { "llama.embedding_length", 128u },
        { "llama.embedding_length_out", 4096u },
        { "llama.feed_forward_length", 0u },
        { "llama.attention.head_count", 0u },
        { "llama.attention.head_count", 3u },
        { "llama.attention.head_count_kv", 3u },
        { "llama.attention.head_count_kv", 0u },
        { "llama.attention.key_length", 16u },
        { "llama.attention.layer_norm_rms_epsilon", float.NaN },
        { "llama.attention.layer_norm_rms_epsilon", -1f },
        { "llama.attention.layer_norm_rms_epsilon", null },
        { "llama.attention.causal", 1u },
        { "llama.rope.dimension_count", 4u },
        { "llama.rope.scaling.type", "banana" },
        { "llama.rope.freq_base", float.PositiveInfinity },
        { "llama.pooling_type", 9u },
        { "llama.expert_count", 1000u },
        { "llama.expert_used_count", 2u },
        { "llama.expert_group_count", 2u },
        { "llama.classifier.output_labels", new[] { 1 } },
        { "tokenizer.ggml.model", "none" },
        { "tokenizer.ggml.model", "rwkv" },
        { "tokenizer.ggml.suppress_tokens", new[] { "a" } },
        { "tokenizer.ggml.suppress_tokens", "a" },
        { "tokenizer.ggml.tokens", null },
        { "tokenizer.ggml.tokens", new[] { 1, 2, 3 } },
        { "tokenizer.ggml.tokens", new[] { "too", "few" } },
        { "tokenizer.ggml.scores", new[] { 1f } },
        { "tokenizer.ggml.scores", null },
        { "tokenizer.ggml.token_type", new[] { 1 } },
        { "tokenizer.ggml.token_type", new float[SampleFiles.Llama.Vocabulary.Count] },
        { "tokenizer.ggml.bos_token_id", 1_000_000u },
        { "tokenizer.ggml.add_bos_token", "yes" },
        { "tokenizer.chat_template", 5u },
    };

    [Theory]
    [MemberData(nameof(WrongKeys))]
    public void Validate_WrongKey_NamesAFieldAtFault(string key, object? value)
    {
        var bytes = SampleFiles.Model(SampleFiles.Llama, metadata =>
        {
            if (value is null)
                metadata.Remove(key);
            else
                metadata[key] = value;
        });

        var problem = Validate(bytes).Problem.ShouldNotBeNull();

        problem.File.ShouldBe("model.gguf");
        // A changed size may also show as a tensor or a related key that no longer fits.
        (problem.Field == key || problem.Field.StartsWith("llama.", StringComparison.Ordinal) || problem.Field.Contains(".weight", StringComparison.Ordinal))
            .ShouldBeTrue(problem.ToString());
    }

    [Fact]
    public void Validate_TokenTwice_NamesTheTokens()
    {
        var bytes = SampleFiles.Model(SampleFiles.Llama, metadata =>
        {
            var tokens = (string[])((string[])metadata["tokenizer.ggml.tokens"]).Clone();
            tokens[^1] = tokens[^2];
            metadata["tokenizer.ggml.tokens"] = tokens;
        });

        Validate(bytes).Problem.ShouldNotBeNull().Field.ShouldBe("tokenizer.ggml.tokens");
    }

    [Fact]
    public void Validate_ByteTokenMissing_NamesTheTokens()
    {
        var bytes = SampleFiles.Model(SampleFiles.Llama, metadata =>
            metadata["tokenizer.ggml.tokens"] = ((string[])metadata["tokenizer.ggml.tokens"]).Select(token => token.Replace("<0xE4>", "other", StringComparison.Ordinal)).ToArray());

        Validate(bytes).Problem.ShouldNotBeNull().Field.ShouldBe("tokenizer.ggml.tokens");
    }

    [Fact]
    public void Validate_WordMarkedAsByte_NamesTheTypes()
    {
        var bytes = SampleFiles.Model(SampleFiles.Llama, metadata =>
        {
            var types = (int[])((int[])metadata["tokenizer.ggml.token_type"]).Clone();
            types[^1] = ModelVocabulary.Byte;
            metadata["tokenizer.ggml.token_type"] = types;
        });

        Validate(bytes).Problem.ShouldNotBeNull().Field.ShouldBe("tokenizer.ggml.token_type");
    }

    [Theory]
    [InlineData("qwen2")]
    [InlineData("qwen3")]
    public void Validate_Qwen_ChecksItsTensors(string architecture)
    {
        void Rename(Dictionary<string, object> metadata)
        {
            metadata["general.architecture"] = architecture;
            foreach (var key in metadata.Keys.Where(key => key.StartsWith("llama.", StringComparison.Ordinal)).ToList())
                metadata[key.Replace("llama", architecture, StringComparison.Ordinal)] = metadata[key];
        }

        var plain = Validate(SampleFiles.Model(SampleFiles.Llama, Rename));

        plain.Problem?.Field.ShouldBe("blk.0.attn_q_norm.weight");
        plain.IsValid.ShouldBe(architecture == "qwen2");
    }

    [Fact]
    public void Validate_TensorTheArchitectureLacks_NamesIt()
    {
        var bytes = SampleFiles.Model(SampleFiles.Llama, change: null, tensor =>
            tensor.Name == "output.weight" ? tensor with { Name = "outqut.weight" } : tensor);

        Validate(bytes).Problem.ShouldNotBeNull().Field.ShouldBe("outqut.weight");
    }

    [Fact]
    public void Validate_MergesMissing_NamesTheKey()
    {
        var bytes = SampleFiles.Model(SampleFiles.Models["bpe"], metadata => metadata.Remove("tokenizer.ggml.merges"));

        Validate(bytes).Problem.ShouldNotBeNull().Field.ShouldBe("tokenizer.ggml.merges");
    }

    [Fact]
    public void Validate_AnyTensorMissing_NamesIt()
    {
        foreach (var options in (TinyModelOptions[])[SampleFiles.Llama, SampleFiles.Models["embedder"]])
        {
            foreach (var missing in TinyModel.Tensors(options).Select(tensor => tensor.Name).Where(name => name.EndsWith(".weight", StringComparison.Ordinal)))
            {
                var result = Validate(SampleFiles.Model(options, change: null, tensor => tensor.Name == missing ? null : tensor));

                if (missing is "output.weight" or "token_types.weight")
                    result.IsValid.ShouldBeTrue();
                else
                    result.Problem.ShouldNotBeNull().Field.ShouldBe(missing);
            }
        }
    }

    [Fact]
    public void Validate_AnyTensorOfOtherShape_NamesIt()
    {
        foreach (var options in (TinyModelOptions[])[SampleFiles.Llama, SampleFiles.Models["reranker"]])
        {
            foreach (var wrong in TinyModel.Tensors(options).Select(tensor => tensor.Name))
            {
                var bytes = SampleFiles.Model(options, change: null, tensor => tensor.Name == wrong
                    ? new(wrong, [.. tensor.Dimensions[..^1], tensor.Dimensions[^1] + 1], RandomRows.Constant(1))
                    : tensor);

                Validate(bytes).Problem.ShouldNotBeNull().Field.ShouldBe(wrong);
            }
        }
    }

    [Fact]
    public void Validate_VectorThatIsNotF32_NamesIt()
    {
        var file = GgufBytesOf(SampleFiles.Model(SampleFiles.Llama));
        var tensors = file.Tensors.Select(tensor => tensor.Name == "output_norm.weight" ? tensor with { Type = GgmlType.F16 } : tensor);
        var changed = new GgufFile(file.Path, file.Version, file.Metadata, [.. tensors], file.Alignment, file.DataOffset, file.Length);

        BaseModelValidator.Validate(changed).Problem.ShouldNotBeNull().Field.ShouldBe("output_norm.weight");
    }

    [Fact]
    public void Validate_UnknownArchitecture_ChecksTheCommonParts()
    {
        void Rename(Dictionary<string, object> metadata)
        {
            metadata["general.architecture"] = "novel";
            foreach (var key in metadata.Keys.Where(key => key.StartsWith("llama.", StringComparison.Ordinal)).ToList())
                metadata[key.Replace("llama.", "novel.", StringComparison.Ordinal)] = metadata[key];
        }

        Validate(SampleFiles.Model(SampleFiles.Llama, Rename)).Value.ShouldNotBeNull().Architecture.ShouldBe("novel");
        Validate(SampleFiles.Model(SampleFiles.Llama, Rename, tensor => tensor.Name == "token_embd.weight" ? null : tensor))
            .Problem.ShouldNotBeNull().Field.ShouldBe("token_embd.weight");
    }

    private static Result<BaseModelInfo, ModelFileProblem> Validate(byte[] bytes) => SampleFiles.Validate(bytes);

    private static GgufFile GgufBytesOf(byte[] bytes) => GgufReader.Read(new MemoryStream(bytes), "model.gguf").Value.ShouldNotBeNull();
}
