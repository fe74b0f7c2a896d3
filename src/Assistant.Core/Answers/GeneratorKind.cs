namespace Assistant.Core.Answers;

/// <summary>What wrote an answer.</summary>
public enum GeneratorKind
{
    /// <summary>Nothing: no sentence was generated.</summary>
    None,

    /// <summary>Sentences quoted verbatim from the passages; no language model.</summary>
    Extractive,

    /// <summary>A language model.</summary>
    Model,
}
