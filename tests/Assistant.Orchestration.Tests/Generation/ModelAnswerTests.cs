using Assistant.Core.Answers;
using Assistant.Orchestration.Tests.Doubles;
using Assistant.TestKit;

namespace Assistant.Orchestration.Tests.Generation;

/// <summary>Answers that a language model writes, or should have: retries, fallbacks, and what is known of them afterwards.</summary>
public sealed class ModelAnswerTests
{
    private const string Question = "How many days of annual leave in Hamburg?";
    private const string Written = "You get 30 working days [1].";

    [Fact]
    public async Task Ask_ServerReportsUsage_AnswerAndTraceHaveIt()
    {
        await using var server = await OpenAiStandIn.StartAsync(TestContext.Current.CancellationToken);
        server.Reply = ["You get 30 ", "working ", "days [1]."];
        server.Pace = TimeSpan.FromMilliseconds(20);
        server.Usage = new { prompt_tokens = 120, completion_tokens = 9, total_tokens = 129, prompt_tokens_details = new { cached_tokens = 100 } };
        server.Models = [new { id = "qwen2.5-7b", kind = "base", hash = "abc" }, new { id = "hr@3", kind = "adapter", hash = "def" }];
        await using var host = await StartAsync(server);

        var answer = await host.AskAsync(Question);

        var facts = answer.Facts.ShouldNotBeNull();
        facts.Model.ShouldBe("qwen2.5-7b");
        facts.Adapters.ShouldBe("base");
        (facts.PromptTokens, facts.CachedPromptTokens, facts.Tokens).ShouldBe((120, 100, 9));
        facts.SecondsToFirstToken.ShouldNotBeNull().ShouldBeGreaterThan(0);
        facts.TokensPerSecond.ShouldNotBeNull().ShouldBeGreaterThan(0);
        var trace = host.Conversations.Recorded.Values.Single().Trace.Generation!;
        trace.ModelHash.ShouldBe("abc");
        trace.Facts.ShouldBe(facts);
        trace.Problem.ShouldBeNull();
        var request = server.Requests.ShouldHaveSingleItem();
        request["stream_options"]!["include_usage"]!.GetValue<bool>().ShouldBeTrue();
        request["user"]!.GetValue<string>().ShouldBe(Users.Anna.Id.ToString("N"));
    }

    [Fact]
    public async Task Ask_ServerReportsNothing_AnswerStands()
    {
        await using var server = await OpenAiStandIn.StartAsync(TestContext.Current.CancellationToken);
        server.Reply = [Written];
        await using var host = await StartAsync(server, ("Generation:Model", "my-model"));

        var answer = await host.AskAsync(Question);

        answer.Text.ShouldBe(Written);
        answer.Facts.ShouldNotBeNull().Model.ShouldBe("my-model");
        answer.Facts.Tokens.ShouldBeNull();
        answer.Facts.TokensPerSecond.ShouldBeNull();
    }

    [Fact]
    public async Task Ask_ServerDiesBeforeTheFirstToken_IsAskedOnceMore()
    {
        await using var server = await OpenAiStandIn.StartAsync(TestContext.Current.CancellationToken);
        server.Earlier.Enqueue([null]);
        server.Reply = [Written];
        await using var host = await StartAsync(server);

        var answer = await host.AskAsync(Question);

        (answer.Generator, answer.Text, answer.Problem).ShouldBe((GeneratorKind.Model, Written, null));
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Ask_ServerDiesTwice_IsAnsweredWithQuotesAndSaysWhy()
    {
        await using var server = await OpenAiStandIn.StartAsync(TestContext.Current.CancellationToken);
        server.Reply = [null];
        await using var host = await StartAsync(server);

        var answer = await host.AskAsync(Question);

        (answer.Generator, answer.Problem, answer.Facts).ShouldBe((GeneratorKind.Extractive, ModelProblem.Failed, null));
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Ask_ServerDiesAfterTextThatWasNotShown_IsNotAskedAgainAndAnsweredWithQuotes()
    {
        await using var server = await OpenAiStandIn.StartAsync(TestContext.Current.CancellationToken);
        server.Reply = ["You get", null];
        server.Pace = TimeSpan.FromMilliseconds(300);
        await using var host = await StartAsync(server);

        var answer = await host.AskAsync(Question);

        (answer.Generator, answer.Outcome, answer.Problem).ShouldBe((GeneratorKind.Extractive, AnswerOutcome.Answered, ModelProblem.Failed));
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Ask_ServerBusy_WaitsAsItIsTold()
    {
        await using var server = await OpenAiStandIn.StartAsync(TestContext.Current.CancellationToken);
        server.Earlier.Enqueue(null);
        server.Earlier.Enqueue(null);
        server.RetryAfter = TimeSpan.Zero;
        server.Reply = [Written];
        await using var host = await StartAsync(server);

        (await host.AskAsync(Question)).Text.ShouldBe(Written);
        server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Ask_ServerBusyForLongerThanAnybodyWaits_IsAnsweredWithQuotes()
    {
        await using var server = await OpenAiStandIn.StartAsync(TestContext.Current.CancellationToken);
        server.Earlier.Enqueue(null);
        server.RetryAfter = TimeSpan.FromMinutes(10);
        await using var host = await StartAsync(server);

        var answer = await host.AskAsync(Question);

        (answer.Generator, answer.Problem).ShouldBe((GeneratorKind.Extractive, ModelProblem.Busy));
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(ModelServerState.Starting, ModelProblem.Starting)]
    [InlineData(ModelServerState.Restarting, ModelProblem.Restarting)]
    [InlineData(ModelServerState.Unusable, ModelProblem.Unusable)]
    public async Task Ask_ServerNotUp_IsAnsweredWithQuotesAtOnce(ModelServerState state, ModelProblem problem)
    {
        var server = new FakeModelServer { State = state };
        await using var host = await StartAsync(server);

        var answer = await host.AskAsync(Question);

        (answer.Generator, answer.Outcome, answer.Problem).ShouldBe((GeneratorKind.Extractive, AnswerOutcome.Answered, problem));
        server.Calls.ShouldAllBe(patience => patience == TimeSpan.Zero);
    }

    [Fact]
    public async Task Ask_ServerIsRestartedElsewhere_IsAskedThere()
    {
        await using var server = await OpenAiStandIn.StartAsync(TestContext.Current.CancellationToken);
        server.Reply = [Written];
        var gone = new ModelAddress(new Uri("http://127.0.0.1:9/v1"), null);
        // The first two calls are the request and the look at the list of models, in either order.
        var model = new FakeModelServer { Addresses = [gone, gone, new ModelAddress(server.Endpoint, "a key")] };
        await using var host = await StartAsync(model);

        (await host.AskAsync(Question)).Text.ShouldBe(Written);
        model.Calls[^1].ShouldBeGreaterThan(TimeSpan.Zero);
    }

    private static Task<TestHost> StartAsync(OpenAiStandIn server, params (string Key, string Value)[] settings) =>
        TestHost.StartAsync(Library(), null, [("Generation:Endpoint", server.Endpoint.ToString()), .. settings]);

    private static Task<TestHost> StartAsync(FakeModelServer server) => TestHost.StartAsync(Library(), null, server);

    private static FakeLibrary Library() => new(FakeLibrary.Passage("Employees in Hamburg are entitled to 30 working days of annual leave."));
}
