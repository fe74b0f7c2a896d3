using Assistant.Inference.Generation;
using Assistant.Inference.Runtime;
using Assistant.Inference.Sampling;

namespace Assistant.Inference.Scheduling;

/// <summary>Draws tokens from a computed step, verifies drafts, and writes the output.</summary>
internal sealed class TokenReceiver(IRuntimeContext context, IRuntimeVocabulary vocabulary, TokenPieces pieces, int contextTokens, TimeProvider time)
{
    /// <summary>Takes in a request's part of a step.</summary>
    /// <returns>Why the request has ended, or null while it goes on.</returns>
    public FinishReason? Receive(PlannedTokens part)
    {
        var request = part.Request;
        request.Computed += part.Tokens;
        if (part.LogitsAt is not { } logitsAt)
        {
            return null;
        }

        var accepted = 0;
        FinishReason? end;
        List<GeneratedToken> tokens = [];
        var text = "";
        while (true)
        {
            var logits = context.Logits(logitsAt + accepted);
            var token = request.Sampler!.Sample(logits);
            request.Append(token);
            end = Take(request, token, logits, tokens, ref text);
            // The draft's keys and values are right as long as it says what was drawn.
            if (end is not null || accepted == part.Draft.Length || part.Draft[accepted] != token)
            {
                break;
            }

            accepted++;
        }

        Settle(request, part, accepted);
        if (tokens.Count > 0)
        {
            request.Generation.Write(new GenerationChunk(text, tokens));
        }

        return end;
    }

    private void Settle(ActiveRequest request, PlannedTokens part, int accepted)
    {
        request.Computed += accepted;
        if (part.Draft.Length == 0)
        {
            return;
        }

        if (accepted < part.Draft.Length)
        {
            context.Truncate(request.Entry!.Sequence, request.Computed);
        }

        request.Drafted += part.Draft.Length;
        request.Accepted += accepted;
        request.Lookup?.Report(part.Draft.Length, accepted);
    }

    private FinishReason? Take(ActiveRequest request, int token, ReadOnlySpan<float> logits, List<GeneratedToken> tokens, ref string text)
    {
        if (request.FirstTokenAt == 0)
        {
            request.FirstTokenAt = time.GetTimestamp();
        }

        if (vocabulary.EndsGeneration(token))
        {
            return FinishReason.Stop;
        }

        text += request.Output.Append(token);
        tokens.Add(Describe(request, token, logits));
        return request.Output.Stopped ? FinishReason.Stop
            : request.Generated >= request.Request.MaxTokens || request.Tokens.Length >= contextTokens ? FinishReason.Length
            : null;
    }

    private GeneratedToken Describe(ActiveRequest request, int token, ReadOnlySpan<float> logits)
    {
        if (request.Request.TopLogprobs is not { } count)
        {
            return new GeneratedToken(token, "");
        }

        var normalizer = Logprobs.LogNormalizer(logits);
        var top = Logprobs.Top(logits, count, normalizer).Select(t => new TokenLogprob(t.Token, pieces.Text(t.Token), t.Logprob));
        return new GeneratedToken(token, pieces.Text(token), logits[token] - normalizer, [.. top]);
    }
}
