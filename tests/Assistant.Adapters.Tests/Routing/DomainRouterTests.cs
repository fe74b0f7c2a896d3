using Assistant.Core.Access;
using Assistant.Core.Adapters;
using Assistant.Core.Domains;
using Assistant.Core.Routing;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Assistant.Adapters.Tests.Routing;

public sealed class DomainRouterTests(ShippedRouter shipped)
{
    private static readonly string[] Ids = [.. DomainCatalog.Default.All.Select(d => d.Id)];

    private static readonly string[] Pieces =
    [
        "How many vacation days do I have?", "reset my password", "and for contractors?", "was ist mit Rechnungen?", "¿y los regalos?",
        "deploy", "the invoice", "weather", "hello", "", " ", "?!", "日本語の質問", "𝒳", "12 345", "\0", "a b c d e f g h i j",
    ];

    [Theory]
    [InlineData("My boss still hasn't answered my vacation request", "hr")]
    [InlineData("I forgot my password and can't get into my computer", "it")]
    [InlineData("Can I accept gifts from a supplier or do I need to declare them?", "legal")]
    [InlineData("How do I hand in receipts from my business trip to get reimbursed?", "finance")]
    [InlineData("Which reviewers must approve a pull request before we deploy?", "engineering")]
    [InlineData("Wie reiche ich die Reisekosten von meiner Dienstreise ein?", "finance")]
    [InlineData("He olvidado la contraseña de mi ordenador", "it")]
    public async Task RouteAsync_ClearQuestion_PicksItsDomain(string question, string domain)
    {
        var route = await shipped.Open.RouteAsync(question);

        route.Domain.ShouldBe(domain);
        route.Reason.ShouldBe(RouteReason.Classified);
        route.Scores[domain].ShouldBe(route.Scores.Values.Max());
    }

    [Theory]
    [InlineData("Will it be sunny at the beach on Saturday?")]
    [InlineData("Who won the football match last night?")]
    [InlineData("Wie backe ich einen Schokoladenkuchen?")]
    [InlineData("xkcd qwertz")]
    [InlineData("")]
    public async Task RouteAsync_OutOfScope_Abstains(string question)
    {
        var route = await shipped.Open.RouteAsync(question);

        route.Domain.ShouldBeNull();
        route.Reason.ShouldBe(RouteReason.Abstained);
        route.Adapters.ShouldBe(AdapterSet.Base);
    }

    [Fact]
    public async Task RouteAsync_PinnedDomain_WinsOverTheClassifier()
    {
        var route = await shipped.Open.RouteAsync("I forgot my password", [], pinned: "finance", groups: []);

        route.Domain.ShouldBe("finance");
        route.Reason.ShouldBe(RouteReason.Pinned);
        route.Confidence.ShouldBeLessThan(0.5);
    }

    [Theory]
    [InlineData("finance")]
    [InlineData("no-such-domain")]
    public async Task RouteAsync_PinnedDomainThatIsNotUsable_IsIgnored(string pinned)
    {
        var route = await shipped.Gated.RouteAsync("I forgot my password and can't get into my computer", [], pinned, groups: ["it", "hr"]);

        route.Domain.ShouldBe("it");
        route.Reason.ShouldBe(RouteReason.Classified);
    }

    [Theory]
    [InlineData("and for contractors?")]
    [InlineData("And in Spain?")]
    [InlineData("since when?")]
    [InlineData("how about part-timers")]
    public async Task RouteAsync_EllipticalFollowUp_KeepsTheDomain(string followUp)
    {
        var route = await shipped.Open.RouteAsync(followUp, "How many vacation days do employees get per year?");

        route.Domain.ShouldBe("hr");
        route.Reason.ShouldBe(RouteReason.Continued);
    }

    [Fact]
    public async Task RouteAsync_SeveralFollowUps_KeepTheDomainOfTheFirstQuestion()
    {
        var route = await shipped.Open.RouteAsync("and who approves that?", "Was darf ein Hotel auf einer Dienstreise kosten?", "und im Ausland?", "and abroad?");

        route.Domain.ShouldBe("finance");
        route.Reason.ShouldBe(RouteReason.Continued);
    }

    [Fact]
    public async Task RouteAsync_FollowUpThatNamesAnotherSubject_ChangesTheDomain()
    {
        var route = await shipped.Open.RouteAsync("And how do I reset my VPN password?", "How many vacation days do employees get per year?");

        route.Domain.ShouldBe("it");
        route.Reason.ShouldBe(RouteReason.Classified);
    }

    [Fact]
    public async Task RouteAsync_FollowUpToSmallTalk_Abstains()
    {
        var route = await shipped.Open.RouteAsync("and tomorrow?", "Will it be sunny at the beach today?");

        route.Domain.ShouldBeNull();
        route.Reason.ShouldBe(RouteReason.Abstained);
    }

    [Fact]
    public async Task RouteAsync_QuestionOfAForbiddenDomain_IsNotSentElsewhereWithConfidence()
    {
        var route = await shipped.Gated.RouteAsync("Can I accept gifts from a supplier or do I need to declare them?", [], pinned: null, groups: ["hr", "engineering"]);

        route.Domain.ShouldBeNull();
        route.Reason.ShouldBe(RouteReason.Abstained);
        route.Scores.Keys.ShouldBe(["hr", "engineering"], ignoreOrder: true);
    }

    [Fact]
    public async Task RouteAsync_UserWithoutAnyDomain_Abstains()
    {
        var route = await shipped.Gated.Router.RouteAsync(
            new RouteRequest("I forgot my password", [], RoutingHost.User(AccessScope.Nothing), "it"), TestContext.Current.CancellationToken);

        route.Domain.ShouldBeNull();
        route.Reason.ShouldBe(RouteReason.Abstained);
        route.Scores.ShouldBeEmpty();
    }

    [Property(MaxTest = 300)]
    public Property RouteAsync_AnyRequest_StaysWithinTheUsersDomains()
    {
        var text = from parts in Gen.ListOf(Gen.Elements(Pieces)) select string.Join(' ', parts);
        var requests =
            from question in text
            from previous in Gen.ListOf(text)
            from pinned in Gen.Elements([.. Ids, "sales", null!])
            from groups in Gen.SubListOf(Ids)
            select (question, previous, pinned, groups);
        return Prop.ForAll(Arb.From(requests), request =>
        {
            var route = shipped.Gated.RouteAsync(request.question, [.. request.previous], request.pinned, [.. request.groups]).AsTask().GetAwaiter().GetResult();

            route.Scores.Keys.ShouldBe(request.groups, ignoreOrder: true);
            route.Scores.Values.ShouldAllBe(s => s >= 0 && s <= 1);
            route.Scores.Values.Sum().ShouldBe(request.groups.Count == 0 ? 0 : 1, tolerance: 1e-9);
            route.Confidence.ShouldBeInRange(0, 1);
            (route.Domain is null).ShouldBe(route.Reason == RouteReason.Abstained);
            if (route.Domain is not null)
            {
                request.groups.ShouldContain(route.Domain);
            }
        });
    }
}
