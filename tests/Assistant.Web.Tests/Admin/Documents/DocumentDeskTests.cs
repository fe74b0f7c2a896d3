using Assistant.Core.Access;
using Assistant.Core.Documents;
using Assistant.Web.Admin;
using Assistant.Web.Admin.Documents;
using Assistant.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Web.Tests.Admin.Documents;

public sealed class DocumentDeskTests(WebHost host)
{
    private const string Admin = "clara@halden.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IDocumentStore Store => host.Services.GetRequiredService<IDocumentStore>();

    [Theory]
    [InlineData(null)]
    [InlineData("anna@halden.example")]
    [InlineData("dario@halden.example")]
    [InlineData("elena@halden.example")]
    public async Task EveryCommand_WithoutTheAdminRole_SeesAndChangesNothing(string? email)
    {
        var document = await AddAsync();
        await using var circuit = await Desk.OfAsync(host, email);
        var desk = circuit.Get<DocumentDesk>();

        (await desk.ListAsync(Cancellation)).ShouldBeNull();
        (await desk.CountAsync(Cancellation)).ShouldBeNull();
        (await desk.FindAsync(document.Id, Cancellation)).ShouldBeNull();
        (await desk.ListGroupsAsync(Cancellation)).ShouldBeEmpty();
        (await desk.UpdateAsync(document.Id, new DocumentEdit("Taken over", "hr", ["everyone"], Classification.Public), Cancellation)).ShouldBe(CommandResult.NotAllowed);
        (await desk.RetryAsync(document.Latest.Id, Cancellation)).ShouldBe(CommandResult.NotAllowed);
        (await desk.DeleteAsync(document.Id, Cancellation)).ShouldBe(CommandResult.NotAllowed);
        (await Store.FindAsync(document.Id, Cancellation)).ShouldNotBeNull().Title.ShouldBe(document.Title);
    }

    [Fact]
    public async Task AdministratorWhoLostTheRole_IsRefusedAtOnce()
    {
        var email = $"{Guid.NewGuid():N}@halden.example";
        var id = await host.AddUserAsync(email, "a long enough password", Roles.Admin);
        await using var circuit = await Desk.OfAsync(host, email);
        var desk = circuit.Get<DocumentDesk>();
        (await desk.ListAsync(Cancellation)).ShouldNotBeNull();

        await host.Services.GetRequiredService<Assistant.Web.Security.UserAccounts>().SetRolesAsync(id, [Roles.Employee], Cancellation);

        (await desk.ListAsync(Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task UpdateAsync_NewGroups_ReplaceTheOldOnes()
    {
        var document = await AddAsync();
        await using var circuit = await Desk.OfAsync(host, Admin);

        var result = await circuit.Get<DocumentDesk>().UpdateAsync(document.Id, new DocumentEdit(" New title ", "it", ["managers"], Classification.Restricted), Cancellation);

        result.Problem.ShouldBeNull();
        var changed = (await Store.FindAsync(document.Id, Cancellation))!;
        (changed.Title, changed.Domain, changed.Classification).ShouldBe(("New title", "it", Classification.Restricted));
        changed.Labels.ShouldBe(["managers"]);
    }

    [Theory]
    [InlineData("", "hr")]
    [InlineData("   ", "hr")]
    [InlineData("Title", "astrology")]
    public async Task UpdateAsync_WrongValue_IsRefusedAndChangesNothing(string title, string domain)
    {
        var document = await AddAsync();
        await using var circuit = await Desk.OfAsync(host, Admin);

        var result = await circuit.Get<DocumentDesk>().UpdateAsync(document.Id, new DocumentEdit(title, domain, ["everyone"], Classification.Public), Cancellation);

        result.Problem.ShouldNotBeNull();
        (await Store.FindAsync(document.Id, Cancellation))!.Title.ShouldBe(document.Title);
    }

    [Fact]
    public async Task DeleteAsync_ADocument_RemovesItAndItsFile()
    {
        var document = await AddAsync();
        await using var circuit = await Desk.OfAsync(host, Admin);
        var desk = circuit.Get<DocumentDesk>();

        (await desk.DeleteAsync(document.Id, Cancellation)).Problem.ShouldBeNull();

        (await desk.FindAsync(document.Id, Cancellation)).ShouldBeNull();
        (await desk.UpdateAsync(document.Id, new DocumentEdit("Title", "hr", ["everyone"], Classification.Public), Cancellation)).Problem.ShouldNotBeNull();
        host.Services.GetRequiredService<IFileStore>().PathOf(document.Latest.ContentHash).ShouldBeNull();
    }

    [Fact]
    public async Task RetryAsync_VersionThatDidNotFail_SaysSo()
    {
        var document = await AddAsync();
        await using var circuit = await Desk.OfAsync(host, Admin);

        (await circuit.Get<DocumentDesk>().RetryAsync(document.Latest.Id, Cancellation)).Problem.ShouldNotBeNull();
    }

    private async Task<DocumentSummary> AddAsync()
    {
        var name = $"Handbook {Guid.NewGuid():N}";
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"# {name}\n\nOffices open at nine."));
        var file = await host.Services.GetRequiredService<IFileStore>().SaveAsync(content, 10_000, Cancellation);
        var version = await Store.AddVersionAsync(new NewDocumentVersion(name, name, "hr", null, ["hr-team"], Classification.Internal, "handbook.md", file, "Clara Weiss"), Cancellation);
        return (await Store.FindAsync(version.DocumentId, Cancellation))!;
    }
}
