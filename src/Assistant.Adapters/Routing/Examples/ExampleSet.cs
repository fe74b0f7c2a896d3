namespace Assistant.Adapters.Routing.Examples;

/// <summary>Examples as they were read, and what was wrong with the rest.</summary>
/// <param name="Problems">One sentence each, naming the file and the line; the examples are unfit for use unless it is empty.</param>
internal sealed record ExampleSet(IReadOnlyList<LabelledText> Examples, IReadOnlyList<string> Problems);
