using Assistant.Core.Answers;
using Assistant.Orchestration.Tests.Doubles;
using Assistant.TestKit;

namespace Assistant.Orchestration.Tests.Answering;

public sealed class AnswerServiceTests
{
    private static FakeLibrary Library => new(FakeLibrary.Passage("Annual leave is 30 days."));

    [Theory]
    [InlineData("   ", AskRefusal.Empty)]
    [InlineData(null, AskRefusal.TooLong)]
    public async Task AskAsync_BadQuestion_IsRefusedWithAMessage(string? question, AskRefusal reason)
    {
        await using var host = await TestHost.StartAsync(Library);

        var result = await AskAsync(host, question ?? new string('x', 100_000));

        var refusal = result.ShouldBeOfType<AskResult.Refused>();
        refusal.Reason.ShouldBe(reason);
        refusal.Message.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task AskAsync_AnotherUsersConversation_IsRefused()
    {
        await using var host = await TestHost.StartAsync(Library);
        var conversation = Guid.NewGuid();
        await host.AskAsync("annual leave", conversation);

        var result = await host.Answers.AskAsync(new AskRequest(Users.Ben, conversation, "annual leave", null), TestContext.Current.CancellationToken);

        result.ShouldBeOfType<AskResult.Refused>().Reason.ShouldBe(AskRefusal.UnknownConversation);
    }

    [Fact]
    public async Task AskAsync_TooManyOfOneUserOrQueueFull_IsRefusedAndRecovers()
    {
        await using var server = await OpenAiStandIn.StartAsync(TestContext.Current.CancellationToken);
        server.Pace = TimeSpan.FromMinutes(1);
        await using var host = await TestHost.StartAsync(
            Library,
            null,
            ("Generation:Endpoint", server.Endpoint.ToString()),
            ("Answers:Concurrency", "1"),
            ("Answers:QueueLimit", "1"),
            ("Answers:PerUserLimit", "2"));

        var first = (await AskAsync(host, "annual leave")).ShouldBeOfType<AskResult.Accepted>();
        var second = (await AskAsync(host, "annual leave")).ShouldBeOfType<AskResult.Accepted>();
        (await AskAsync(host, "annual leave")).ShouldBeOfType<AskResult.Refused>().Reason.ShouldBe(AskRefusal.Busy);
        (await AskAsync(host, "annual leave", Users.Ben)).ShouldBeOfType<AskResult.Refused>().Reason.ShouldBe(AskRefusal.Busy);

        first.Answer.Stop();
        second.Answer.Stop();
        (await TestHost.FinishAsync(first.Answer)).Outcome.ShouldBe(AnswerOutcome.Stopped);
        (await TestHost.FinishAsync(second.Answer)).Outcome.ShouldBe(AnswerOutcome.Stopped);
        server.Pace = TimeSpan.Zero;
        (await host.AskAsync("annual leave")).Outcome.ShouldBe(AnswerOutcome.Answered);
    }

    [Fact]
    public async Task Find_AnotherUsersAnswer_IsNull()
    {
        await using var host = await TestHost.StartAsync(Library);
        var accepted = (await AskAsync(host, "annual leave")).ShouldBeOfType<AskResult.Accepted>();

        host.Answers.Find(Users.Ben.Id, accepted.TurnId).ShouldBeNull();
        host.Answers.Find(Users.Anna.Id, accepted.TurnId).ShouldBeSameAs(accepted.Answer);
    }

    private static Task<AskResult> AskAsync(TestHost host, string question, Core.Access.AssistantUser? user = null) =>
        host.Answers.AskAsync(new AskRequest(user ?? Users.Anna, Guid.NewGuid(), question, null), TestContext.Current.CancellationToken);
}
