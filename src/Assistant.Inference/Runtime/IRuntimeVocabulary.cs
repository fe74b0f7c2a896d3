namespace Assistant.Inference.Runtime;

/// <summary>Tokenization; safe from any thread.</summary>
internal interface IRuntimeVocabulary
{
    int Size { get; }

    /// <summary>Beginning-of-sequence token, -1 without one.</summary>
    int BeginOfSequence { get; }

    /// <summary>End-of-sequence token, -1 without one.</summary>
    int EndOfSequence { get; }

    /// <summary>Separator between a reranker's two texts, -1 without one.</summary>
    int Separator { get; }

    /// <summary>Whether the model wants a begin-of-sequence token before a text, an end token after it, a separator between two.</summary>
    (bool Begin, bool End, bool Separator) Adds { get; }

    /// <param name="addSpecial">Adds the tokens that the model wants around a text (begin of sequence, …).</param>
    /// <param name="parseSpecial">Reads control tokens written in the text; false for text that users control.</param>
    int[] Tokenize(string text, bool addSpecial, bool parseSpecial);

    /// <summary>Writes a token's bytes (UTF-8, perhaps a part of a character); control tokens have none unless asked for.</summary>
    /// <returns>Bytes written; negative: the size that is needed.</returns>
    int Piece(int token, Span<byte> buffer, bool special);

    /// <summary>True for tokens that end a generation: end of sequence, end of turn, …</summary>
    bool EndsGeneration(int token);
}
