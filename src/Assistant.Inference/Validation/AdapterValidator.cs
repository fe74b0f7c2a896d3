using System.Collections.Immutable;
using Assistant.Inference.Gguf;

namespace Assistant.Inference.Validation;

/// <summary>
/// Decides whether a file may be given to the native library as a LoRA for a base. llama.cpp reads values without
/// checking their types and multiplies factors without checking all dimensions: each such case ends the process.
/// </summary>
internal static class AdapterValidator
{
    /// <summary>Above what anybody trains; a larger one costs more than the base's own matrices.</summary>
    public const int HighestRank = 1024;

    private const string InvocationTokens = "adapter.alora.invocation_tokens";
    private const string FactorA = ".lora_a";
    private const string FactorB = ".lora_b";
    private const string Convert = "Convert the adapter again with a current converter.";

    public static Result<AdapterInfo, ModelFileProblem> Validate(string path, BaseModelInfo model)
    {
        var file = GgufReader.Read(path);
        return file.IsValid ? Validate(file.Value, model) : file.Problem;
    }

    public static Result<AdapterInfo, ModelFileProblem> Validate(GgufFile file, BaseModelInfo model)
    {
        var check = new FileCheck(file);
        CheckKind(check, model);
        var alpha = check.Real("adapter.lora.alpha", float.Epsilon, 1e6f);
        var tokens = CheckInvocationTokens(check, model);
        var pairs = CheckPairs(check, model);
        if (check.Problem is { } problem)
            return problem;
        return new AdapterInfo(file, check.Metadata.Text("general.name"), pairs.Max(pair => pair.Rank), alpha, pairs, tokens);
    }

    private static void CheckKind(FileCheck check, BaseModelInfo model)
    {
        var type = check.Text("general.type");
        check.Require(type != "model" && (type is not null || !check.File.Tensors.Any(tensor => tensor.Name == "token_embd.weight")),
            "general.type", "This is a base model, not an adapter. Load it as the base.");
        check.Require(type == "adapter", "general.type", $"It must be \"adapter\". {Convert}");
        check.Require(check.Text("adapter.type") == "lora", "adapter.type", "Only adapters of type \"lora\" are supported.");
        var architecture = check.Text("general.architecture");
        check.Require(architecture == model.Architecture, "general.architecture",
            $"The adapter is for the architecture \"{architecture}\" and the base is \"{model.Architecture}\". Use the base it was trained on.");
    }

    private static ImmutableArray<int> CheckInvocationTokens(FileCheck check, BaseModelInfo model)
    {
        if (!check.Metadata.Has(InvocationTokens))
            return [];
        if (check.Metadata.TryGet<uint[]>(InvocationTokens, out var tokens) && tokens.Length is > 0 and <= 1024 && tokens.All(token => token < model.VocabularySize))
            return [.. tokens.Select(token => (int)token)];
        check.Fail(InvocationTokens, $"It must hold unsigned 32-bit numbers of tokens below {model.VocabularySize}, the size of the base's vocabulary.");
        return [];
    }

    private static ImmutableArray<AdapterPair> CheckPairs(FileCheck check, BaseModelInfo model)
    {
        var pairs = ImmutableArray.CreateBuilder<AdapterPair>();
        foreach (var tensor in check.File.Tensors)
        {
            if (tensor.Name.EndsWith(FactorA, StringComparison.Ordinal))
            {
                var target = tensor.Name[..^FactorA.Length];
                if (check.File.Find(target + FactorB) is not { } b)
                    check.Fail(tensor.Name, $"The second factor {target}{FactorB} is missing. {Convert}");
                else if (model.FindTensor(target) is not { } weight)
                    check.Fail(tensor.Name, $"The base has no tensor {target}. Use the base the adapter was trained on.");
                else
                    pairs.Add(CheckPair(check, model, weight, tensor, b));
            }
            else if (tensor.Name.EndsWith(FactorB, StringComparison.Ordinal))
            {
                var first = tensor.Name[..^FactorB.Length] + FactorA;
                check.Require(check.File.Find(first) is not null, tensor.Name, $"The first factor {first} is missing. {Convert}");
            }
            else
            {
                // llama.cpp skips trained norms; anything else is no LoRA.
                check.Require(tensor.Name.EndsWith("_norm.weight", StringComparison.Ordinal), tensor.Name, $"The tensor is no part of a LoRA. {Convert}");
            }
        }
        check.Require(pairs.Count > 0, "tensor count", $"The adapter changes nothing: it has no pair of factors. {Convert}");
        return pairs.ToImmutable();
    }

    private static AdapterPair CheckPair(FileCheck check, BaseModelInfo model, GgufTensor weight, GgufTensor a, GgufTensor b)
    {
        var rank = b.Dimension(0);
        foreach (var factor in (GgufTensor[])[a, b])
            check.Require(TensorTypes.Multiply(factor.Type), factor.Name, $"Type {factor.Type} cannot be computed with here. {Convert}");
        check.Require(rank is >= 1 and <= HighestRank, b.Name, $"The rank is {rank}; 1 to {HighestRank} are allowed. {Convert}");
        check.Require(weight.Dimensions.Length >= 2 && TensorTypes.Multiply(weight.Type), a.Name, $"{weight.Name} of the base is no matrix. {Convert}");
        if (weight.Name.EndsWith("token_embd.weight", StringComparison.Ordinal))
        {
            // Rows of A are looked up by token. With a tied output the same A would also be multiplied, which does not fit.
            check.Require(!model.HasTiedOutput, a.Name, "The base uses its embeddings as output too; an adapter of them cannot be applied. Train without embeddings.");
            CheckShape(check, a, rank, weight.Dimension(1), weight.Dimension(2));
            CheckShape(check, b, rank, weight.Dimension(0), weight.Dimension(2));
        }
        else
        {
            CheckShape(check, a, weight.Dimension(0), rank, weight.Dimension(2));
            CheckShape(check, b, rank, weight.Dimension(1), weight.Dimension(2));
        }
        return new(weight.Name, (int)Math.Clamp(rank, 1, HighestRank));
    }

    private static void CheckShape(FileCheck check, GgufTensor factor, long first, long second, long third) =>
        check.Require(
            factor.Dimension(0) == first && factor.Dimension(1) == second && factor.Dimension(2) == third && factor.Dimension(3) == 1,
            factor.Name,
            $"The factor is {factor.Shape} and must be [{first}, {second}{(third > 1 ? $", {third}" : "")}]. Use the base the adapter was trained on.");
}
