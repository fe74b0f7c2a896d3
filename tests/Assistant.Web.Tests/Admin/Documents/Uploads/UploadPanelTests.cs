using Assistant.Core.Documents;
using Assistant.Core.Domains;
using Assistant.Ingestion.Intake;
using Assistant.Web.Admin.Documents.Uploads;
using Assistant.Web.Shared;
using Assistant.Web.Tests.Hosting;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Assistant.Web.Tests.Admin.Documents.Uploads;

public sealed class UploadPanelTests : BunitContext
{
    private readonly BunitJSModuleInterop uploads;
    private int arrived;

    public UploadPanelTests(WebHost host)
    {
        Services.AddSingleton(host.Services.GetRequiredService<DocumentIntake>());
        Services.AddSingleton(DomainCatalog.Default);
        Services.AddScoped<Announcements>();
        var module = JSInterop.SetupModule("/js/upload.js");
        uploads = module.SetupModule("open", _ => true);
        uploads.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public async Task Submit_NothingChosenForThem_SendsNothingAndSaysWhatIsMissing()
    {
        var panel = await ChooseAsync(new ChosenFile(1, "a.md", 10));

        panel.Find("form").Submit();

        uploads.Invocations["send"].ShouldBeEmpty();
        panel.FindAll(".error").Select(e => e.TextContent).ShouldBe(["Choose the domain they belong to.", "Choose who may read it."]);
    }

    [Fact]
    public async Task Submit_DomainAndReadersChosen_SendsEveryFileToItsAddress()
    {
        var panel = await ChooseAsync(new ChosenFile(1, "a.md", 10), new ChosenFile(2, "b.md", 10));

        panel.Find("select").Change("hr");
        panel.FindAll("input[type=radio]")[0].Change(true);
        panel.Find("form").Submit();

        var sent = uploads.Invocations["send"].ShouldHaveSingleItem().Arguments[0].ShouldBeAssignableTo<IEnumerable<UploadBrowser.Sending>>()!;
        sent.Select(s => s.Id).ShouldBe([1, 2]);
        sent.ShouldAllBe(s => s.Address.Contains("domain=hr") && s.Address.Contains("group=everyone"));
        panel.FindAll("form").ShouldBeEmpty();
    }

    [Fact]
    public async Task Report_RefusedAndTaken_ShowsTheServersWordsAndTellsThePage()
    {
        var panel = await ChooseAsync(new ChosenFile(1, "a.md", 10), new ChosenFile(2, "b.md", 10));
        panel.Find("select").Change("hr");
        panel.FindAll("input[type=radio]")[0].Change(true);
        panel.Find("form").Submit();

        await Script().ReportAsync([new UploadReport(1, UploadState.Refused, 10, "“a.md” is empty."), new UploadReport(2, UploadState.Taken, 10, null, Guid.NewGuid())]);

        panel.WaitForAssertion(() => panel.Find(".upload .error").TextContent.ShouldBe("“a.md” is empty."));
        arrived.ShouldBe(1);
    }

    [Fact]
    public async Task NewVersion_OfADocument_NeedsNoChoices()
    {
        var document = Some.Document("Leave policy", labels: ["hr-team"]);
        var panel = await ChooseAsync(document, new ChosenFile(1, "leave.v2.md", 10));

        panel.Find("form").Submit();

        var sent = uploads.Invocations["send"].ShouldHaveSingleItem().Arguments[0].ShouldBeAssignableTo<IEnumerable<UploadBrowser.Sending>>()!;
        sent.ShouldHaveSingleItem().Address.ShouldContain("group=hr-team");
    }

    private Task<IRenderedComponent<UploadPanel>> ChooseAsync(params ChosenFile[] files) => ChooseAsync(null, files);

    private async Task<IRenderedComponent<UploadPanel>> ChooseAsync(DocumentSummary? document, params ChosenFile[] files)
    {
        var panel = Render<UploadPanel>(p => p
            .Add(u => u.Groups, ["hr-team"])
            .Add(u => u.Document, document)
            .Add(u => u.VersionOf, _ => null)
            .Add(u => u.OnTaken, () => arrived++));
        await Script().ChooseAsync(files);
        return panel;
    }

    /// <summary>What the page's script talks to.</summary>
    private UploadBrowser Script() =>
        JSInterop.Invocations["open"].Single().Arguments.OfType<DotNetObjectReference<UploadBrowser>>().Single().Value;
}
