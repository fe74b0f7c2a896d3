namespace Assistant.Inference.Host.Chat;

/// <summary>A stretch of output.</summary>
internal abstract record OutputPart
{
    private OutputPart()
    {
    }

    public sealed record Text(string Value) : OutputPart;

    /// <param name="Arguments">JSON.</param>
    public sealed record Call(string Name, string Arguments) : OutputPart;
}
