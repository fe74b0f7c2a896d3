namespace Assistant.Orchestration.Generation;

/// <summary>The configured generator, and the extractive one that stands in when it cannot answer.</summary>
internal sealed class AnswerGenerators(AnswerGenerator extractive, AnswerGenerator? model)
{
    public AnswerGenerator Primary { get; } = model ?? extractive;

    public AnswerGenerator Fallback { get; } = extractive;
}
