namespace Assistant.Inference.Grammar.Schema;

/// <summary>Why a JSON schema can't be turned into a grammar.</summary>
/// <param name="Path">JSON path of the place in the schema, such as <c>$.properties.age.multipleOf</c>.</param>
public sealed record SchemaProblem(string Path, string Message);
