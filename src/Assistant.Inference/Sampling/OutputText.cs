using Assistant.Inference.Text;

namespace Assistant.Inference.Sampling;

/// <summary>Turns generated tokens into the text to show: whole characters only, and nothing of a stop text.</summary>
internal sealed class OutputText(TokenPieces pieces, IReadOnlyList<string> stops)
{
    private readonly Utf8Assembler characters = new();
    private readonly StopSequences? stop = stops.Count == 0 ? null : new StopSequences(stops);

    /// <summary>A stop text came: the output has ended.</summary>
    public bool Stopped => stop?.Matched is not null;

    public string Append(int token) => Through(characters.Append(pieces[token]));

    /// <summary>What was held back, at the end of the generation.</summary>
    public string Flush()
    {
        var rest = Through(characters.Flush());
        return Stopped || stop is null ? rest : rest + stop.Flush();
    }

    private string Through(string text) => stop is null ? text : stop.Append(text);
}
