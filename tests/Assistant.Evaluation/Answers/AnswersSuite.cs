using System.Text.Json;
using System.Text.Json.Nodes;

namespace Assistant.Evaluation.Answers;

/// <summary>Asks the product every question of a file, as the user it names, and judges the answers.</summary>
internal sealed class AnswersSuite : ISuite
{
    public string Name => "answers";

    public string Usage => "--questions FILE [--details FILE]";

    public async Task<JsonObject> RunAsync(SuiteArguments arguments, CancellationToken cancellationToken)
    {
        var questions = SampleQuestion.Load(arguments.RequiredFile("questions"));
        using var stages = new StageTimes();
        await using var product = await SampleProduct.StartAsync(cancellationToken).ConfigureAwait(false);

        // The first questions pay for what is loaded once; they are asked again and counted then.
        foreach (var question in questions.Take(5))
        {
            await product.AskAsync(question, cancellationToken).ConfigureAwait(false);
        }

        stages.Clear();
        var judged = new List<Judgement>();
        foreach (var question in questions)
        {
            judged.Add(new Judgement(question, await product.AskAsync(question, cancellationToken).ConfigureAwait(false)));
        }

        if (arguments.Optional("details") is { } details)
        {
            await File.WriteAllLinesAsync(details, judged.Select(j => j.ToJson().ToJsonString()), cancellationToken).ConfigureAwait(false);
        }

        return Summarise(judged, stages);
    }

    private static JsonObject Summarise(IReadOnlyList<Judgement> judged, StageTimes stages)
    {
        var answerable = judged.Where(j => j.Question.Kind == QuestionKind.Answerable).ToList();
        var unanswerable = judged.Where(j => j.Question.Kind == QuestionKind.Unanswerable).ToList();
        var forbidden = judged.Where(j => j.Question.Kind == QuestionKind.Forbidden).ToList();
        return new JsonObject
        {
            ["suite"] = "answers",
            ["questions"] = judged.Count,
            ["answerable"] = Share(answerable, j => j.Answered),
            ["gold_cited"] = Share(answerable, j => j.GoldCited),
            ["fact_present"] = Share(answerable, j => j.FactPresent),
            ["unanswerable_declined"] = Share(unanswerable, j => j.Declined),
            ["forbidden_leaked"] = forbidden.Count(j => j.Leaked),
            ["forbidden_declined"] = Share(forbidden, j => j.Declined),
            ["p50_ms"] = Percentiles.Of(judged.Select(j => j.Asked.Milliseconds), 0.5),
            ["p95_ms"] = Percentiles.Of(judged.Select(j => j.Asked.Milliseconds), 0.95),
            ["stages"] = stages.ToJson(),
        };
    }

    private static double Share(IReadOnlyList<Judgement> judged, Func<Judgement, bool> holds) =>
        judged.Count == 0 ? 0 : Math.Round((double)judged.Count(holds) / judged.Count, 4);

    private sealed record Judgement(SampleQuestion Question, AskedAnswer Asked)
    {
        public bool Answered => AnswerJudge.IsAnswered(Asked);

        public bool Declined => AnswerJudge.IsDeclined(Asked);

        public bool GoldCited => AnswerJudge.CitesGold(Question, Asked);

        public bool FactPresent => AnswerJudge.HasFacts(Question, Asked);

        public bool Leaked => AnswerJudge.Leaks(Question, Asked);

        public JsonObject ToJson() => new()
        {
            ["id"] = Question.Id,
            ["kind"] = JsonNamingPolicy.CamelCase.ConvertName(Question.Kind.ToString()),
            ["user"] = Question.User,
            ["question"] = Question.Question,
            ["history"] = new JsonArray([.. Question.History.Select(h => JsonValue.Create(h))]),
            ["gold"] = Question.Passage,
            ["gold_document"] = Question.Document,
            ["outcome"] = Asked.Answer.Outcome.ToString(),
            ["domain"] = Asked.Answer.Domain,
            ["answered"] = Answered,
            ["gold_cited"] = GoldCited,
            ["fact_present"] = FactPresent,
            ["leaked"] = Question.Kind == QuestionKind.Forbidden && Leaked,
            ["cited"] = new JsonArray([.. Asked.Cited.Select(c => JsonValue.Create(c.DocumentKey))]),
            ["searched"] = new JsonArray([.. Asked.Answer.Searched.Select(c => JsonValue.Create(c))]),
            ["notices"] = new JsonArray([.. Asked.Answer.Notices.Select(n => JsonValue.Create(n.RuleId))]),
            ["text"] = Asked.Answer.Text,
            ["ms"] = Asked.Milliseconds,
        };
    }
}
