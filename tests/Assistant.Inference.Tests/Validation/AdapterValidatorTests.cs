using Assistant.Inference.Gguf;
using Assistant.Inference.Validation;
using Assistant.TestKit.Models;

namespace Assistant.Inference.Tests.Validation;

public sealed class AdapterValidatorTests
{
    private static readonly TinyAdapterOptions Options = new() { Targets = ["attn_q", "attn_v", "ffn_down", "output", "token_embd"] };

    private static readonly BaseModelInfo Base = SampleFiles.Validate(SampleFiles.Model(SampleFiles.Llama)).Value!;

    [Theory]
    [InlineData(WeightType.F32, 1)]
    [InlineData(WeightType.F16, 4)]
    [InlineData(WeightType.Q8_0, 32)]
    public void Validate_SoundAdapter_TellsItsRankAndPairs(WeightType weights, int rank)
    {
        var info = Validate(SampleFiles.Adapter(SampleFiles.Llama, Options with { Rank = rank, Weights = weights })).Value.ShouldNotBeNull();

        info.Rank.ShouldBe(rank);
        info.Alpha.ShouldBe(Options.Alpha);
        info.Pairs.Select(pair => pair.Tensor).ShouldBe(
            ["token_embd.weight", "output.weight", "blk.0.attn_q.weight", "blk.0.attn_v.weight", "blk.0.ffn_down.weight", "blk.1.attn_q.weight", "blk.1.attn_v.weight", "blk.1.ffn_down.weight"]);
        info.InvocationTokens.ShouldBeEmpty();
    }

    [Fact]
    public void Validate_InvocationTokens_AreThoseOfTheBase()
    {
        var last = Base.VocabularySize - 1;

        Validate(SampleFiles.Adapter(SampleFiles.Llama, Options with { InvocationTokens = [5, last] })).Value.ShouldNotBeNull().InvocationTokens.ShouldBe([5, last]);
        Validate(SampleFiles.Adapter(SampleFiles.Llama, Options with { InvocationTokens = [5, last + 1] })).Problem.ShouldNotBeNull().Field.ShouldBe("adapter.alora.invocation_tokens");
    }

    [Fact]
    public void Validate_BaseModel_SaysThatItIsOne()
    {
        var problem = Validate(SampleFiles.Model(SampleFiles.Llama)).Problem.ShouldNotBeNull();

        problem.Field.ShouldBe("general.type");
        problem.Message.ShouldContain("base model, not an adapter");
        Validate(SampleFiles.Model(SampleFiles.Llama, metadata => metadata.Remove("general.type")))
            .Problem.ShouldNotBeNull().Message.ShouldContain("base model, not an adapter");
    }

    public static TheoryData<string, object?> WrongKeys => new()
    {
        { "general.type", null },
        { "general.type", "model" },
        { "general.type", 1u },
        { "general.architecture", "bert" },
        { "general.architecture", null },
        { "general.architecture", 1u },
        { "adapter.type", "control" },
        { "adapter.type", null },
        { "adapter.type", 5f },
        { "adapter.lora.alpha", null },
        { "adapter.lora.alpha", 8u },
        { "adapter.lora.alpha", "8" },
        { "adapter.lora.alpha", 0f },
        { "adapter.lora.alpha", float.NaN },
        { "adapter.lora.alpha", float.PositiveInfinity },
        { "adapter.alora.invocation_tokens", 5u },
        { "adapter.alora.invocation_tokens", new[] { 5 } },
        { "adapter.alora.invocation_tokens", Array.Empty<uint>() },
    };

    [Theory]
    [MemberData(nameof(WrongKeys))]
    public void Validate_WrongKey_NamesIt(string key, object? value)
    {
        var bytes = SampleFiles.Adapter(SampleFiles.Llama, Options, metadata =>
        {
            if (value is null)
                metadata.Remove(key);
            else
                metadata[key] = value;
        });

        var problem = Validate(bytes).Problem.ShouldNotBeNull();

        problem.File.ShouldBe("adapter.gguf");
        problem.Field.ShouldBe(key);
    }

    [Fact]
    public void Validate_AnyFactorMissing_NamesItsPair()
    {
        foreach (var missing in TinyAdapter.Tensors(SampleFiles.Llama, Options).Select(tensor => tensor.Name))
        {
            var problem = Validate(SampleFiles.Adapter(SampleFiles.Llama, Options, change: null, tensor => tensor.Name == missing ? null : tensor)).Problem.ShouldNotBeNull();

            problem.Field[..^1].ShouldBe(missing[..^1]);
            problem.Message.ShouldContain(missing);
        }
    }

    [Fact]
    public void Validate_AnyDimensionChanged_NamesTheFactor()
    {
        foreach (var wrong in TinyAdapter.Tensors(SampleFiles.Llama, Options).Select(tensor => tensor.Name))
        {
            for (var dimension = 0; dimension < 2; dimension++)
            {
                var bytes = SampleFiles.Adapter(SampleFiles.Llama, Options, change: null, tensor =>
                    tensor.Name == wrong ? tensor with { Dimensions = [.. tensor.Dimensions.Select((size, index) => index == dimension ? size + 1 : size)] } : tensor);

                Validate(bytes).Problem.ShouldNotBeNull().Field[..^1].ShouldBe(wrong[..^1]);
            }
        }
    }

    [Fact]
    public void Validate_ThirdDimension_NamesTheFactor()
    {
        var bytes = SampleFiles.Adapter(SampleFiles.Llama, Options, change: null, tensor =>
            tensor.Name == "blk.0.attn_q.weight.lora_b" ? tensor with { Dimensions = [.. tensor.Dimensions, 2] } : tensor);

        Validate(bytes).Problem.ShouldNotBeNull().Field.ShouldBe("blk.0.attn_q.weight.lora_b");
    }

    [Fact]
    public void Validate_RankAboveTheLimit_NamesTheFactor() =>
        Validate(SampleFiles.Adapter(SampleFiles.Llama, Options with { Rank = AdapterValidator.HighestRank + 1, Targets = ["attn_q"] }))
            .Problem.ShouldNotBeNull().Message.ShouldContain("rank");

    [Fact]
    public void Validate_TensorTheBaseLacks_NamesIt()
    {
        var deeper = SampleFiles.Llama with { Layers = 3 };

        Validate(SampleFiles.Adapter(deeper, Options)).Problem.ShouldNotBeNull().Field.ShouldBe("blk.2.attn_q.weight.lora_a");
    }

    [Fact]
    public void Validate_OtherTensors_AreRefusedExceptNorms()
    {
        ModelTensor Renamed(ModelTensor tensor, string name) =>
            tensor.Name.StartsWith("blk.1.ffn_down", StringComparison.Ordinal) ? tensor with { Name = tensor.Name.EndsWith('a') ? name : $"x{name}" } : tensor;

        Validate(SampleFiles.Adapter(SampleFiles.Llama, Options, change: null, tensor => Renamed(tensor, "blk.1.attn_norm.weight"))).IsValid.ShouldBeTrue();
        Validate(SampleFiles.Adapter(SampleFiles.Llama, Options, change: null, tensor => Renamed(tensor, "blk.1.ffn_down.bias")))
            .Problem.ShouldNotBeNull().Field.ShouldBe("blk.1.ffn_down.bias");
    }

    [Fact]
    public void Validate_NoPairs_SaysThatItChangesNothing() =>
        Validate(SampleFiles.Adapter(SampleFiles.Llama, Options with { Targets = [] })).Problem.ShouldNotBeNull().Message.ShouldContain("changes nothing");

    [Fact]
    public void Validate_EmbeddingsOfATiedBase_AreRefused()
    {
        var tied = SampleFiles.Models["tied"];
        var model = SampleFiles.Validate(SampleFiles.Model(tied)).Value.ShouldNotBeNull();

        SampleFiles.Validate(SampleFiles.Adapter(tied, Options), model).Problem.ShouldNotBeNull().Field.ShouldBe("token_embd.weight.lora_a");
        SampleFiles.Validate(SampleFiles.Adapter(tied, Options with { Targets = ["attn_q"] }), model).IsValid.ShouldBeTrue();
    }

    private static Result<AdapterInfo, ModelFileProblem> Validate(byte[] adapter) => SampleFiles.Validate(adapter, Base);
}
