using Assistant.Inference.Generation;
using Assistant.Inference.Native.Interop;
using Assistant.Inference.Runtime;

namespace Assistant.Inference.Native;

/// <summary>
/// A chain of llama.cpp's samplers, in its own default order. The grammar is checked on the drawn token first, and
/// applied to the whole vocabulary only when that token breaks it: a grammar costs little while the model keeps to it.
/// </summary>
internal sealed unsafe class NativeSampler : IRuntimeSampler
{
    private readonly TokenData[] candidates;
    private readonly nint chain;
    private readonly nint grammar;
    private bool disposed;

    public NativeSampler(nint vocabulary, int vocabularySize, SamplingParameters settings)
    {
        candidates = new TokenData[vocabularySize];
        grammar = settings.Grammar is null ? 0 : LlamaSampling.Grammar(vocabulary, settings.Grammar, "root");
        if (settings.Grammar is not null && grammar == 0)
        {
            throw new RuntimeException("llama.cpp refused the grammar.");
        }

        chain = LlamaSampling.CreateChain(noPerformanceTimings: 1);
        foreach (var sampler in Samplers(vocabularySize, settings))
        {
            LlamaSampling.Add(chain, sampler);
        }
    }

    public int Sample(ReadOnlySpan<float> logits)
    {
        fixed (TokenData* data = candidates)
        {
            var token = Draw(data, logits, constrain: false);
            if (grammar != 0 && !Allows(token))
            {
                token = Draw(data, logits, constrain: true);
            }

            if (grammar != 0)
            {
                LlamaSampling.Accept(grammar, token);
            }

            LlamaSampling.Accept(chain, token);
            return token;
        }
    }

    public void AcceptPrompt(int token) => LlamaSampling.Accept(chain, token);

    public void Dispose()
    {
        if (!disposed)
        {
            disposed = true;
            LlamaSampling.Free(chain);
            if (grammar != 0)
            {
                LlamaSampling.Free(grammar);
            }
        }
    }

    private static List<nint> Samplers(int vocabularySize, SamplingParameters settings)
    {
        List<nint> samplers = [];
        if (settings.LogitBias is { Count: > 0 } bias)
        {
            var entries = bias.Select(b => new LogitBias { Token = b.Key, Bias = b.Value }).ToArray();
            fixed (LogitBias* first = entries)
            {
                samplers.Add(LlamaSampling.Bias(vocabularySize, entries.Length, first));
            }
        }

        if (settings.HasPenalties)
        {
            samplers.Add(LlamaSampling.Penalties(settings.PenaltyTokens, settings.RepeatPenalty, settings.FrequencyPenalty, settings.PresencePenalty));
        }

        if (settings.Temperature <= 0)
        {
            return [.. samplers, LlamaSampling.Greedy()];
        }

        if (settings.TopK > 0)
        {
            samplers.Add(LlamaSampling.TopK(settings.TopK));
        }

        if (settings.TopP < 1)
        {
            samplers.Add(LlamaSampling.TopP(settings.TopP, 1));
        }

        if (settings.MinP > 0)
        {
            samplers.Add(LlamaSampling.MinP(settings.MinP, 1));
        }

        return [.. samplers, LlamaSampling.Temperature(settings.Temperature), LlamaSampling.Distribution(settings.Seed)];
    }

    private int Draw(TokenData* data, ReadOnlySpan<float> logits, bool constrain)
    {
        for (var i = 0; i < logits.Length; i++)
        {
            data[i] = new TokenData { Token = i, Logit = logits[i] };
        }

        var array = new TokenDataArray { Data = data, Size = (nuint)logits.Length, Selected = -1 };
        if (constrain)
        {
            LlamaSampling.Apply(grammar, &array);
        }

        LlamaSampling.Apply(chain, &array);
        return array.Data[array.Selected].Token;
    }

    private bool Allows(int token)
    {
        var single = new TokenData { Token = token, Logit = 1 };
        var array = new TokenDataArray { Data = &single, Size = 1, Selected = -1 };
        LlamaSampling.Apply(grammar, &array);
        return single.Logit != float.NegativeInfinity;
    }
}
