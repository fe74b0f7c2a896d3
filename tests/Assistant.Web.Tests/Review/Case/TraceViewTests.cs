using Assistant.Core.Access;
using Assistant.Core.Answers;
using Assistant.Core.Audit;
using Assistant.Core.Domains;
using Assistant.Core.Policies;
using Assistant.Web.Review.Case;
using Assistant.Web.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Web.Tests.Review.Case;

public sealed class TraceViewTests : BunitContext
{
    private static readonly AssistantUser Anna = new(Guid.NewGuid(), "Anna Lindqvist", [Roles.Employee], AccessScope.ForGroups(["engineering"]));

    private static readonly AnswerTrace Whole = Traces.Flagged(Guid.NewGuid(), Guid.NewGuid(), Anna);

    public TraceViewTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(DomainCatalog.Default);
        Services.AddScoped<Browser>();
        Services.AddScoped<BrowserTimeZone>();
    }

    [Fact]
    public void Render_WholeTrace_ShowsEveryPartOfIt()
    {
        var view = Show(Whole);

        var text = view.Markup;
        foreach (var part in new[] { "May I?", "HR", "91.0 %", "9.0 %", "0.80", "7.50", "Leave › Requests", "Withheld by injection.passage", Whole.Prompt!.TemplateHash, "321", "extractive", Whole.RuleSetHash!, "citations", "Whole answer", $"{Whole.TurnId}" })
        {
            text.ShouldContain(part);
        }

        view.Find(".quoted").TextContent.ShouldBe(Whole.ShownText);
    }

    [Fact]
    public void Render_WrittenAnswer_ShowsModelTokensAndWhyItWasQuoted()
    {
        var written = Whole.Generation! with
        {
            Kind = GeneratorKind.Model,
            ModelHash = new string('d', 64),
            Adapters = "hr@3",
            Facts = new GenerationFacts("qwen2.5-7b", "hr@3", 1200, 900, 41, 0.25, 33.3),
        };

        Show(Whole with { Generation = written }).Find("#trace-generation").ParentElement!.TextContent
            .ShouldSatisfyAllConditions(
                t => t.ShouldContain("qwen2.5-7b"),
                t => t.ShouldContain(written.ModelHash),
                t => t.ShouldContain("1,200"),
                t => t.ShouldContain("900"),
                t => t.ShouldContain("33.3"));
        Show(Whole with { Generation = Whole.Generation with { FellBack = true, Problem = ModelProblem.Busy } }).Markup.ShouldContain("busy with other questions");
    }

    [Fact]
    public void Render_Units_SetGeneratedBesideShown()
    {
        var units = Show(Whole).FindAll(".unit");

        units[0].QuerySelector(".compare").ShouldBeNull();
        units[1].QuerySelector("mark")!.FirstChild!.TextContent.ShouldBe("+49 40 1234567");
        units[1].QuerySelector(".compare > div:last-child")!.TextContent.ShouldContain("Call █████ now.");
        units[2].TextContent.ShouldContain("Generated, not shown");
        units[2].TextContent.ShouldContain("Detail of groundedness.");
    }

    [Fact]
    public void Render_AnswerThatEndedAtTheQuestion_SaysWhatDidNotHappen()
    {
        var view = Show(Whole with { Route = null, Retrieval = null, Prompt = null, Generation = null, Units = [], ChecksRun = [], RuleSetHash = null, Timings = [], ShownText = "", Failure = "route: TimeoutException" });

        view.Find("#trace-route").ParentElement!.TextContent.ShouldContain("ended before it was routed");
        view.Find("#trace-retrieval").ParentElement!.TextContent.ShouldContain("ended before anything was searched");
        view.Find("#trace-generation").ParentElement!.TextContent.ShouldContain("Nothing was generated");
        view.Find("#trace-checks").ParentElement!.TextContent.ShouldContain("No check ran");
        view.Markup.ShouldContain("route: TimeoutException");
    }

    [Fact]
    public void Render_RatedNotHelpful_ShowsTheUsersReason()
    {
        var view = Render<TraceView>(p => p.Add(t => t.Detail, Detail(Whole, "phone, feedback") with { FeedbackReason = "Wrong year" }));

        view.Markup.ShouldContain("Wrong year");
    }

    private IRenderedComponent<TraceView> Show(AnswerTrace trace) => Render<TraceView>(p => p.Add(t => t.Detail, Detail(trace, "phone")));

    private static ReviewCaseDetail Detail(AnswerTrace trace, string reason) =>
        new(new ReviewCase(Guid.NewGuid(), trace.TurnId, trace.UserName, trace.Question, reason, PolicySeverity.High, Traces.Noon, null), trace, null);
}
