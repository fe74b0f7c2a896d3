namespace Assistant.Evaluation.Retrieval;

/// <summary>Texts to search, questions, and which texts answer them.</summary>
/// <param name="Relevant">Per question id: grade of each relevant text, above 0.</param>
internal sealed record TestCollection(
    IReadOnlyList<TestDocument> Documents,
    IReadOnlyList<TestQuestion> Questions,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Relevant);

/// <summary>A document and the texts in it that are searched for; each is one passage.</summary>
internal sealed record TestDocument(string Title, IReadOnlyList<TestText> Texts);

internal sealed record TestText(string Id, string Text);

internal sealed record TestQuestion(string Id, string Text);
