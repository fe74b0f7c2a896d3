using Assistant.Inference.Generation;
using Assistant.Inference.Native.Interop;
using Assistant.Inference.Runtime;
using LLama.Native;

namespace Assistant.Inference.LLamaSharp;

/// <summary>
/// A chain of LLamaSharp's samplers, in the order of llama.cpp. The grammar is checked on the drawn token first. It is
/// called through our own binding: LLamaSharp does not say that a grammar was refused, and passes it on in the system's
/// code page.
/// </summary>
internal sealed unsafe class LLamaSharpSampler : IRuntimeSampler
{
    private readonly LLamaTokenData[] candidates;
    private readonly SafeLLamaSamplerChainHandle chain;
    private nint grammar;

    public LLamaSharpSampler(SafeLlamaModelHandle model, SamplingParameters settings)
    {
        candidates = new LLamaTokenData[model.Vocab.Count];
        if (settings.Grammar is { } rules)
        {
            grammar = LlamaSampling.Grammar(Llama.Vocabulary(model.DangerousGetHandle()), rules, "root");
            if (grammar == 0)
            {
                throw new RuntimeException("llama.cpp refused the grammar.");
            }
        }

        chain = SafeLLamaSamplerChainHandle.Create(new LLamaSamplerChainParams { NoPerf = true });
        AddSamplers(settings);
    }

    public int Sample(ReadOnlySpan<float> logits)
    {
        var token = Draw(logits, constrain: false);
        if (grammar != 0 && !Allows(token))
        {
            token = Draw(logits, constrain: true);
        }

        if (grammar != 0)
        {
            LlamaSampling.Accept(grammar, token);
        }

        chain.Accept(token);
        return token;
    }

    public void AcceptPrompt(int token) => chain.Accept(token);

    public void Dispose()
    {
        chain.Dispose();
        if (grammar != 0)
        {
            LlamaSampling.Free(grammar);
            grammar = 0;
        }
    }

    private void AddSamplers(SamplingParameters settings)
    {
        if (settings.LogitBias is { Count: > 0 } bias)
        {
            chain.AddLogitBias(candidates.Length, bias.Select(b => new LLamaLogitBias { Token = b.Key, Bias = b.Value }).ToArray());
        }

        if (settings.HasPenalties)
        {
            chain.AddPenalties(settings.PenaltyTokens, settings.RepeatPenalty, settings.FrequencyPenalty, settings.PresencePenalty);
        }

        if (settings.Temperature <= 0)
        {
            chain.AddGreedySampler();
            return;
        }

        if (settings.TopK > 0)
        {
            chain.AddTopK(settings.TopK);
        }

        if (settings.TopP < 1)
        {
            chain.AddTopP(settings.TopP, 1);
        }

        if (settings.MinP > 0)
        {
            chain.AddMinP(settings.MinP, 1);
        }

        chain.AddTemperature(settings.Temperature);
        chain.AddDistributionSampler(settings.Seed);
    }

    private int Draw(ReadOnlySpan<float> logits, bool constrain)
    {
        using var pin = LLamaTokenDataArrayNative.Create(LLamaTokenDataArray.Create(logits, candidates), out var array);
        if (constrain)
        {
            LlamaSampling.Apply(grammar, (TokenDataArray*)&array);
        }

        chain.Apply(ref array);
        return (int)array.Data[(int)array.Selected].ID;
    }

    private bool Allows(int token)
    {
        var single = new TokenData { Token = token, Logit = 1 };
        var array = new TokenDataArray { Data = &single, Size = 1, Selected = -1 };
        LlamaSampling.Apply(grammar, &array);
        return single.Logit != float.NegativeInfinity;
    }
}
