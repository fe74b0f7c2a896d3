namespace Assistant.Inference.Runtime;

/// <summary>One request's sampling state: penalties, grammar, random numbers.</summary>
internal interface IRuntimeSampler : IDisposable
{
    /// <summary>
    /// Draws the next token from the logits and remembers it. It depends only on the seed, the tokens so far and these
    /// logits, so a draft that is verified token by token gives the output of plain decoding.
    /// </summary>
    int Sample(ReadOnlySpan<float> logits);

    /// <summary>Remembers a token of the prompt for the penalties, without sampling it.</summary>
    void AcceptPrompt(int token);
}
