using Assistant.Core.Audit;
using Assistant.Web.Admin;
using Assistant.Web.Review;
using Assistant.Web.Tests.Admin;
using Assistant.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Web.Tests.Review;

public sealed class ReviewDeskTests(WebHost host)
{
    private const string Reviewer = "dario@halden.example";
    private const string Auditor = "elena@halden.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("anna@halden.example")]
    [InlineData("clara@halden.example")]
    public async Task EveryCommand_WithoutAReviewRole_SeesAndChangesNothing(string? email)
    {
        var id = await Traces.FlagAsync(host);
        await using var circuit = await Desk.OfAsync(host, email);
        var desk = circuit.Get<ReviewDesk>();

        (await desk.ListAsync(ReviewFilter.All, Cancellation)).ShouldBeNull();
        (await desk.FindAsync(id, Cancellation)).ShouldBeNull();
        (await desk.MayDecideAsync(Cancellation)).ShouldBeFalse();
        (await desk.DecideAsync(id, ReviewDisposition.NoIssue, "note", Cancellation)).ShouldBe(CommandResult.NotAllowed);
        (await ReadAsync(id)).Case.Decision.ShouldBeNull();
    }

    [Fact]
    public async Task AnAuditor_SeesEverythingAndDecidesNothing()
    {
        var id = await Traces.FlagAsync(host);
        await using var circuit = await Desk.OfAsync(host, Auditor);
        var desk = circuit.Get<ReviewDesk>();

        (await desk.ListAsync(ReviewFilter.Open, Cancellation))!.ShouldContain(c => c.Id == id);
        (await desk.FindAsync(id, Cancellation))!.Trace.Question.ShouldBe("May I?");
        (await desk.MayDecideAsync(Cancellation)).ShouldBeFalse();
        (await desk.DecideAsync(id, ReviewDisposition.NoIssue, "note", Cancellation)).ShouldBe(CommandResult.NotAllowed);
        (await ReadAsync(id)).Case.Decision.ShouldBeNull();
    }

    [Fact]
    public async Task DecideAsync_AReviewer_SignsTheDecision()
    {
        var id = await Traces.FlagAsync(host);
        await using var circuit = await Desk.OfAsync(host, Reviewer);

        (await circuit.Get<ReviewDesk>().DecideAsync(id, ReviewDisposition.Violation, "  Names a customer. ", Cancellation)).Problem.ShouldBeNull();

        var decision = (await ReadAsync(id)).Case.Decision!;
        (decision.Disposition, decision.Note, decision.DecidedBy).ShouldBe((ReviewDisposition.Violation, "Names a customer.", "Dario Ferri"));
    }

    [Theory]
    [InlineData(null, "note")]
    [InlineData(ReviewDisposition.NoIssue, "")]
    [InlineData(ReviewDisposition.NoIssue, "   ")]
    [InlineData((ReviewDisposition)99, "note")]
    public async Task DecideAsync_WithoutChoiceOrNote_IsRefused(ReviewDisposition? disposition, string note)
    {
        var id = await Traces.FlagAsync(host);
        await using var circuit = await Desk.OfAsync(host, Reviewer);

        (await circuit.Get<ReviewDesk>().DecideAsync(id, disposition, note, Cancellation)).Problem.ShouldNotBeNull();

        (await ReadAsync(id)).Case.Decision.ShouldBeNull();
    }

    [Fact]
    public async Task DecideAsync_UnknownCase_SaysSo()
    {
        await using var circuit = await Desk.OfAsync(host, Reviewer);

        (await circuit.Get<ReviewDesk>().DecideAsync(Guid.NewGuid(), ReviewDisposition.NoIssue, "note", Cancellation)).Problem.ShouldNotBeNull();
    }

    [Fact]
    public async Task FindAsync_DecidedTwice_TellsBothDecisionsInOrder()
    {
        var id = await Traces.FlagAsync(host);
        await using var circuit = await Desk.OfAsync(host, Reviewer);
        var desk = circuit.Get<ReviewDesk>();

        await desk.DecideAsync(id, ReviewDisposition.NoIssue, "Looks right.", Cancellation);
        await desk.DecideAsync(id, ReviewDisposition.NeedsCorrection, "On second thought, the source is old.", Cancellation);

        (await desk.FindAsync(id, Cancellation))!.Decisions.Select(d => d.Disposition).ShouldBe([ReviewDisposition.NoIssue, ReviewDisposition.NeedsCorrection]);
    }

    [Theory]
    [InlineData(Reviewer, true)]
    [InlineData(Auditor, true)]
    [InlineData("clara@halden.example", true)]
    [InlineData("anna@halden.example", false)]
    public async Task VerifyChainAsync_ByRole_IsAllowedOrNot(string email, bool allowed)
    {
        await Traces.FlagAsync(host);
        await using var circuit = await Desk.OfAsync(host, email);

        var check = await circuit.Get<ReviewDesk>().VerifyChainAsync(Cancellation);

        (check is not null).ShouldBe(allowed);
        check?.FirstBroken.ShouldBeNull();
    }

    private async Task<ReviewCaseDetail> ReadAsync(Guid id) =>
        (await host.Services.GetRequiredService<IReviewStore>().FindAsync(id, Cancellation))!;
}
