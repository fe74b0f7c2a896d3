using Assistant.Inference.Generation;

namespace Assistant.Inference.Tests.Engine;

/// <summary>What each request gives alone on an engine that caches nothing, and whether a difference from it is excused.</summary>
internal sealed class ReferenceOutputs(InferenceEngine alone)
{
    // Batches of different shapes round differently: two tokens closer than this (natural log) may change places.
    private const float ExcusedGap = 1e-4f;

    private readonly Dictionary<GenerationRequest, IReadOnlyList<int>> known = [];

    public int Excused { get; private set; }

    public async Task<IReadOnlyList<int>> OfAsync(GenerationRequest request)
    {
        if (!known.TryGetValue(request, out var output))
        {
            known[request] = output = (await alone.RunAsync(request)).Ids;
        }

        return output;
    }

    /// <summary>Null when the output is right; else what differs.</summary>
    public async Task<string?> DifferenceAsync(GenerationRequest request, IReadOnlyList<int> actual)
    {
        var expected = await OfAsync(request);
        if (expected.SequenceEqual(actual))
        {
            return null;
        }

        var at = expected.Zip(actual).TakeWhile(p => p.First == p.Second).Count();
        var detailed = await alone.RunAsync(request with { TopLogprobs = 2 });
        if (at < detailed.Tokens.Count && detailed.Tokens[at].Top is [var first, var second] && first.Logprob - second.Logprob < ExcusedGap)
        {
            Excused++;
            return null;
        }

        return $"{string.Join('+', request.Adapters)}: token {at} of [{string.Join(' ', expected)}] differs: [{string.Join(' ', actual)}]";
    }
}
