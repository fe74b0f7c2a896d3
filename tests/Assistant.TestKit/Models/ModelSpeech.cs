namespace Assistant.TestKit.Models;

/// <summary>What a test model says.</summary>
public enum ModelSpeech
{
    /// <summary>The next token depends on the whole context, without any pattern.</summary>
    Random,

    /// <summary>
    /// Every readable token has one successor, in a single cycle through the vocabulary, whatever came before. A context
    /// that holds a stretch of the cycle is quoted word for word by an answer that starts in it. Needs a separate output.
    /// </summary>
    Successor,
}
