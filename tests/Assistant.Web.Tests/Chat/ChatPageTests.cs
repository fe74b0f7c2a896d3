using Assistant.Core.Answers;
using Assistant.Core.Conversations;
using Assistant.Web.Chat;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Web.Tests.Chat;

public sealed class ChatPageTests : IAsyncDisposable
{
    private readonly ChatContext context = new();

    public ValueTask DisposeAsync() => context.DisposeAsync();

    [Fact]
    public void NewConversation_Offers_StarterQuestions() =>
        context.Render<ChatPage>().WaitForElements(".starter").Count.ShouldBe(5);

    [Fact]
    public void Ask_FromTheComposer_MovesToTheConversationsAddress()
    {
        var page = context.Render<ChatPage>();
        page.WaitForElement(".starter");

        page.Find(".composer").TriggerEvent("onask", new AskEventArgs { Text = "How many days?" });

        page.WaitForElement(".turn .stage");
        var asked = context.Answers.Asked.ShouldHaveSingleItem();
        asked.Question.ShouldBe("How many days?");
        new Uri(context.Services.GetRequiredService<NavigationManager>().Uri).AbsolutePath.ShouldBe($"/c/{asked.ConversationId}");
        page.Find(".send").ClassList.ShouldContain("stop");
    }

    [Fact]
    public void Ask_AnswerArrives_IsShownWithItsSources()
    {
        var page = context.Render<ChatPage>();
        page.WaitForElement(".starter").Click();
        page.WaitForElement(".turn .stage");

        context.Answers.Last.Finish(Samples.Answer("Thirty days [1].", Samples.Citation(1)));

        page.WaitForElement(".source .source-title").TextContent.ShouldBe("Source 1: Leave Policy");
        page.Find(".prose .cite").GetAttribute("data-cite").ShouldBe("1");
        page.WaitForAssertion(() => page.Find(".send").ClassList.ShouldNotContain("stop"));
    }

    [Fact]
    public void Ask_Refused_SaysWhy()
    {
        context.Answers.Refusal = new AskResult.Refused(AskRefusal.TooLong, "Shorten it.");
        var page = context.Render<ChatPage>();
        page.WaitForElement(".starter");

        page.Find(".composer").TriggerEvent("onask", new AskEventArgs { Text = "x" });

        page.WaitForAssertion(() => page.Find(".composer-error").TextContent.ShouldBe("Shorten it."));
        page.FindAll(".turn").ShouldBeEmpty();
    }

    [Fact]
    public void Stop_OfAnAnswerBeingMade_StopsIt()
    {
        var page = context.Render<ChatPage>();
        page.WaitForElement(".starter").Click();

        page.WaitForElement(".send.stop").Click();

        page.WaitForAssertion(() => context.Answers.Last.Stopped.ShouldBeTrue());
    }

    [Fact]
    public void Address_OfSomebodyElsesConversation_LooksLikeNone()
    {
        var theirs = Guid.CreateVersion7();
        context.Conversations.Add(Samples.Ben.Id, theirs, Guid.CreateVersion7(), "Secret?", answer: Samples.Answer("Secret."));

        var foreign = context.Render<ChatPage>(p => p.Add(c => c.ConversationId, theirs));
        var unknown = context.Render<ChatPage>(p => p.Add(c => c.ConversationId, Guid.CreateVersion7()));

        foreign.WaitForElement(".empty h2").TextContent.ShouldBe("This conversation does not exist");
        unknown.WaitForElement(".empty h2").TextContent.ShouldBe("This conversation does not exist");
        foreign.Markup.ShouldNotContain("Secret");
    }

    [Fact]
    public void Citation_Activated_OpensItsSource()
    {
        var (page, _) = Open(Samples.Answer("Thirty days [1].", Samples.Citation(1)));

        page.Find(".prose").TriggerEvent("oncitation", new CitationEventArgs { Number = 1 });

        // The document is not there: the panel says so.
        page.WaitForElement(".source-panel .empty h3").TextContent.ShouldBe("This source is not available any more");
    }

    [Fact]
    public void Citation_ThatTheAnswerDoesNotHave_OpensNothing()
    {
        var (page, _) = Open(Samples.Answer("Thirty days [1].", Samples.Citation(1)));

        page.Find(".prose").TriggerEvent("oncitation", new CitationEventArgs { Number = 2 });

        page.FindAll(".source-panel").ShouldBeEmpty();
    }

    [Fact]
    public async Task NotHelpful_WithAReason_IsKept()
    {
        var (page, id) = Open(Samples.Answer("Thirty days [1].", Samples.Citation(1)));

        page.Find("[aria-label='Not helpful']").Click();
        page.Find(".rating textarea").Input("It is 28.");
        page.Find(".rating").Submit();

        page.WaitForElement(".rated");
        var turns = await context.Conversations.ReadAsync(Samples.Anna.Id, id, Xunit.TestContext.Current.CancellationToken);
        turns!.Single().Feedback.ShouldBe(new Feedback(false, "It is 28."));
    }

    [Theory]
    [InlineData(AnswerOutcome.NoSupport, "Nothing in your documents supports an answer")]
    [InlineData(AnswerOutcome.Withheld, "The answer was withheld")]
    [InlineData(AnswerOutcome.Blocked, "This question was not answered")]
    [InlineData(AnswerOutcome.Failed, "The answer could not be made")]
    [InlineData(AnswerOutcome.Interrupted, "This answer was interrupted")]
    public void Outcome_OtherThanAnAnswer_IsNamed(AnswerOutcome outcome, string heading) =>
        Open(Samples.Answer(outcome)).Page.Find(".outcome h3").TextContent.ShouldBe(heading);

    [Fact]
    public void NoSupport_NamesWhatWasSearched() =>
        Open(Samples.Answer(AnswerOutcome.NoSupport) with { Searched = ["A", "B", "C", "D", "E", "F", "G"] }).Page
            .FindAll(".searched li").Select(l => l.TextContent).ShouldBe(["A", "B", "C", "D", "E", "and 2 more"]);

    [Fact]
    public void Interrupted_AskAgain_AsksTheSameQuestion()
    {
        var (page, id) = Open(answer: null);

        page.Find(".outcome button").Click();

        page.WaitForAssertion(() => context.Answers.Asked.ShouldHaveSingleItem().Question.ShouldBe("How many days?"));
        context.Answers.Asked[0].ConversationId.ShouldBe(id);
    }

    private (IRenderedComponent<ChatPage> Page, Guid Id) Open(FinishedAnswer? answer)
    {
        var id = Guid.CreateVersion7();
        context.Conversations.Add(Samples.Anna.Id, id, Guid.CreateVersion7(), "How many days?", answer: answer);
        var page = context.Render<ChatPage>(p => p.Add(c => c.ConversationId, id));
        page.WaitForElement(".turn");
        return (page, id);
    }
}
