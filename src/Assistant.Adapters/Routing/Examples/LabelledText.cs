namespace Assistant.Adapters.Routing.Examples;

/// <summary>A text and the domain it belongs to.</summary>
/// <param name="Label">A domain's id, or <see cref="OutOfScope"/>.</param>
internal sealed record LabelledText(string Text, string Label)
{
    /// <summary>The label of texts that belong to no domain.</summary>
    public const string OutOfScope = "oos";
}
