using Assistant.Core.Answers;
using Assistant.Core.Policies;
using Assistant.Core.Routing;

namespace Assistant.Core.Audit;

/// <summary>
/// Everything that went into one answer: what the reviewer sees, evaluation reads and replay re-runs.
/// It holds document and prompt text, and is kept in the audit store alone.
/// </summary>
public sealed record AnswerTrace(
    Guid TurnId,
    Guid ConversationId,
    Guid UserId,
    string UserName,
    IReadOnlyList<string> Scope,
    string Question,
    string Language,
    DateTimeOffset AskedAt,
    Route? Route,
    RetrievalTrace? Retrieval,
    PromptTrace? Prompt,
    GenerationTrace? Generation,
    IReadOnlyList<UnitTrace> Units,
    IReadOnlyList<Finding> QuestionFindings,
    IReadOnlyList<string> ChecksRun,
    string? RuleSetHash,
    IReadOnlyList<StageTiming> Timings,
    AnswerOutcome Outcome,
    string ShownText,
    string? Failure)
{
    /// <summary>Every finding on the question and the answer that asks for a review.</summary>
    public IEnumerable<Finding> ReviewFindings => QuestionFindings.Concat(Units.SelectMany(u => u.Findings)).Where(f => f.OpensReview);
}

/// <param name="Query">The text searched for, follow-up context included.</param>
/// <param name="Support">How well the best evidence supports an answer, 0–1, and the threshold it was held against.</param>
public sealed record RetrievalTrace(string Query, string? Context, IReadOnlyList<PassageTrace> Passages, double Support, double SupportThreshold);

/// <param name="Withheld">Ids of rules that kept the passage from being used.</param>
public sealed record PassageTrace(
    string PassageId,
    Guid DocumentId,
    Guid VersionId,
    int VersionNumber,
    string Title,
    IReadOnlyList<string> HeadingPath,
    int? Page,
    int Start,
    string Text,
    double Score,
    IReadOnlyList<string> Withheld);

/// <param name="TemplateHash">SHA-256 of the prompt template file, lower-case hex.</param>
public sealed record PromptTrace(string Template, string TemplateHash, int EstimatedTokens);

/// <param name="ModelHash">Content hash of the model, where its server tells it.</param>
/// <param name="Problem">Why the language model did not write the answer, or not to its end.</param>
public sealed record GenerationTrace(
    GeneratorKind Kind,
    string Model,
    string? ModelHash,
    string Adapters,
    double Temperature,
    long Seed,
    int MaxTokens,
    bool FellBack,
    GenerationFacts? Facts = null,
    ModelProblem? Problem = null);

/// <summary>One unit (sentence or line) of an answer as generated and as shown.</summary>
/// <param name="Shown">Null when it was withheld.</param>
public sealed record UnitTrace(string Generated, string? Shown, PolicyAction Action, IReadOnlyList<Finding> Findings);

/// <param name="Stage">route, retrieve, compose, generate (to the first token), gate (first token to last release) or first-sentence (from the start).</param>
public sealed record StageTiming(string Stage, double Milliseconds);
