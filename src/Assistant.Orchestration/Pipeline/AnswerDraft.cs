using Assistant.Core.Answers;
using Assistant.Core.Audit;
using Assistant.Core.Policies;
using Assistant.Core.Routing;
using Assistant.Orchestration.Answering;
using Assistant.Orchestration.Evidence;
using Assistant.Orchestration.Gate;
using Assistant.Orchestration.Telemetry;

namespace Assistant.Orchestration.Pipeline;

/// <summary>What the stages of one answer have brought so far; becomes the finished answer and its trace.</summary>
internal sealed class AnswerDraft(QueuedQuestion question, string language, DateTimeOffset askedAt, StageClock clock)
{
    private readonly SortedSet<string> checksRun = new(StringComparer.Ordinal);
    private readonly List<UnitTrace> units = [];

    public StageClock Clock => clock;

    public string Language => language;

    public Route? Route { get; set; }

    public RetrievalTrace? Retrieval { get; set; }

    public PromptTrace? Prompt { get; set; }

    public GenerationTrace? Generation { get; set; }

    /// <summary>Why the language model did not write the answer, or not to its end.</summary>
    public ModelProblem? Problem { get; set; }

    public IReadOnlyList<Finding> QuestionFindings { get; private set; } = [];

    public string? RuleSetHash { get; private set; }

    public EvidenceSet Evidence { get; set; } = EvidenceSet.None;

    public IReadOnlyList<UnitTrace> Units => units;

    public string Text { get; private set; } = "";

    public void AddQuestionVerdict(PolicyVerdict verdict)
    {
        QuestionFindings = verdict.Findings;
        AddChecks(verdict.ChecksRun);
        RuleSetHash = verdict.RuleSetHash;
    }

    public void AddChecks(IEnumerable<string> ids) => checksRun.UnionWith(ids);

    public void Add(GatedUnit unit)
    {
        units.Add(new UnitTrace(unit.Generated, unit.Shown, unit.Action, unit.Verdict.Findings));
        AddChecks(unit.Verdict.ChecksRun);
        Text += unit.Shown;
    }

    /// <summary>Starts over, keeping the trace of what was generated.</summary>
    public void ClearText() => Text = "";

    public IReadOnlyList<Citation> Citations => CitationResolver.Resolve(Text, Evidence.Passages);

    /// <summary>The users' notices: one per rule and message.</summary>
    public IReadOnlyList<PolicyNotice> Notices =>
    [
        .. QuestionFindings.Concat(units.SelectMany(u => u.Findings))
            .Where(f => f.Action != PolicyAction.Allow)
            .GroupBy(f => (f.RuleId, f.Message))
            .Select(g => new PolicyNotice(g.Key.RuleId, g.Max(f => f.Action), g.Key.Message, g.Count())),
    ];

    public FinishedAnswer Finish(AnswerOutcome outcome) => new(
        outcome,
        Generation?.Kind ?? GeneratorKind.None,
        Route?.Domain,
        Text.TrimEnd(),
        Citations,
        Notices,
        outcome == AnswerOutcome.NoSupport ? [.. (Retrieval?.Passages ?? []).Select(p => p.Title).Distinct(StringComparer.Ordinal)] : [],
        clock.Elapsed.TotalSeconds,
        Generation?.Facts,
        Problem);

    public AnswerTrace Trace(AnswerOutcome outcome, string? failure) => new(
        question.Answer.TurnId,
        question.Request.ConversationId,
        question.Request.User.Id,
        question.Request.User.DisplayName,
        question.Request.User.Scope.Labels,
        question.Request.Question,
        language,
        askedAt,
        Route,
        Retrieval,
        Prompt,
        Generation is null ? null : Generation with { Problem = Problem },
        units,
        QuestionFindings,
        [.. checksRun],
        RuleSetHash,
        clock.Timings,
        outcome,
        Text.TrimEnd(),
        failure);
}
