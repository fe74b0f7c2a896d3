using Assistant.Web.Chat;
using Assistant.Web.Chat.History;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Web.Tests.Chat.History;

public sealed class HistoryListTests : IAsyncDisposable
{
    private readonly ChatContext context = new();
    private readonly Guid leave = Guid.CreateVersion7();
    private readonly Guid vpn = Guid.CreateVersion7();

    public HistoryListTests()
    {
        context.Conversations.Add(Samples.Anna.Id, leave, Guid.CreateVersion7(), "How many days?");
        context.Conversations.Add(Samples.Anna.Id, vpn, Guid.CreateVersion7(), "Where is the VPN?");
        context.Conversations.Add(Samples.Ben.Id, Guid.CreateVersion7(), Guid.CreateVersion7(), "Somebody else's");
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    [Fact]
    public void List_ForAnna_HasHersAlone()
    {
        var list = Render();

        list.FindAll(".history-link").Select(l => l.TextContent).Order().ShouldBe(["How many days?", "Where is the VPN?"]);
        list.FindAll(".history-link").Select(l => l.GetAttribute("href")).ShouldContain($"/c/{leave}");
    }

    [Fact]
    public void Search_ForAWord_LeavesWhatMatches()
    {
        var list = Render();

        list.Find("input[type=search]").Input("vpn");

        list.WaitForAssertion(() => list.FindAll(".history-link").ShouldHaveSingleItem().TextContent.ShouldBe("Where is the VPN?"));
    }

    [Fact]
    public void Search_WithoutAMatch_SaysSo()
    {
        var list = Render();

        list.Find("input[type=search]").Input("zzz");

        list.WaitForElement(".history-empty").TextContent.ShouldBe("No conversation matches.");
    }

    [Fact]
    public async Task Rename_WithEnter_KeepsTheNewTitle()
    {
        var list = Render();

        Item(list, leave).QuerySelector(".popover-item")!.Click();
        list.Find(".history-rename").Input("  Leave  ");
        list.Find(".history-item form").Submit();

        list.WaitForAssertion(() => Item(list, leave).QuerySelector(".history-link")!.TextContent.ShouldBe("Leave"));
        (await context.Conversations.ListAsync(Samples.Anna.Id, null, Xunit.TestContext.Current.CancellationToken)).ShouldContain(c => c.Title == "Leave");
    }

    [Fact]
    public void Rename_WithEscape_ChangesNothing()
    {
        var list = Render();

        Item(list, leave).QuerySelector(".popover-item")!.Click();
        list.Find(".history-rename").Input("Other");
        list.Find(".history-rename").KeyDown("Escape");

        Item(list, leave).QuerySelector(".history-link")!.TextContent.ShouldBe("How many days?");
    }

    [Fact]
    public async Task Delete_Confirmed_RemovesItAndLeavesItsPage()
    {
        context.Services.GetRequiredService<NavigationManager>().NavigateTo(ConversationAddress.Of(leave));
        var list = Render();

        Item(list, leave).QuerySelector(".popover-item.danger")!.Click();
        list.Find("dialog .danger").Click();

        list.WaitForAssertion(() => list.FindAll(".history-link").ShouldHaveSingleItem());
        (await context.Conversations.ReadAsync(Samples.Anna.Id, leave, Xunit.TestContext.Current.CancellationToken)).ShouldBeNull();
        new Uri(context.Services.GetRequiredService<NavigationManager>().Uri).AbsolutePath.ShouldBe("/");
    }

    [Fact]
    public async Task Delete_Cancelled_KeepsIt()
    {
        var list = Render();

        Item(list, leave).QuerySelector(".popover-item.danger")!.Click();
        list.FindAll("dialog button").Single(b => b.TextContent == "Cancel").Click();

        list.FindAll(".history-link").Count.ShouldBe(2);
        (await context.Conversations.ReadAsync(Samples.Anna.Id, leave, Xunit.TestContext.Current.CancellationToken)).ShouldNotBeNull();
    }

    private IRenderedComponent<HistoryList> Render()
    {
        var list = context.Render<HistoryList>();
        list.WaitForElement(".history-link");
        return list;
    }

    private static AngleSharp.Dom.IElement Item(IRenderedComponent<HistoryList> list, Guid id) =>
        list.FindAll(".history-item").Single(i => i.QuerySelector($"[href='/c/{id}']") is not null);
}
