using Assistant.Core.Documents;
using Assistant.Ingestion.Intake;
using Assistant.Ingestion.Tests.Doubles;
using Assistant.Ingestion.Tests.Pipeline;

namespace Assistant.Ingestion.Tests.Intake;

/// <summary>What is refused without a look into the file, and what becomes of the rest.</summary>
public sealed class DocumentIntakeTests : IAsyncLifetime
{
    private static readonly IntakeRequest Request = new("leave-policy_v2.md", "hr", ["everyone"], Classification.Internal, "Clara Weiss");

    private readonly TempFolder folder = new();
    private IngestionApplication app = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string FilesFolder => Path.Combine(folder.Path, "files");

    public async ValueTask InitializeAsync() => app = await IngestionApplication.StartAsync(folder.Path, works: false, ("Ingestion:MaxFileMegabytes", "1"));

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task AcceptAsync_GoodFile_QueuesItWithTitleAndKeyFromItsName()
    {
        var version = await AcceptedAsync(Request with { FileName = @"C:\Users\Anna\leave-policy_v2.md", Labels = [" hr-team ", "hr-team"] });

        version.ShouldSatisfyAllConditions(
            v => v.State.ShouldBe(DocumentState.Queued),
            v => v.FileName.ShouldBe("leave-policy_v2.md"),
            v => v.UploadedBy.ShouldBe("Clara Weiss"));
        var document = (await app.Get<IDocumentStore>().FindAsync(version.DocumentId, Cancellation))!;
        document.ShouldSatisfyAllConditions(
            d => d.Title.ShouldBe("Leave policy v2"),
            d => d.Key.ShouldBe("hr/leave-policy-v2"),
            d => d.Labels.ShouldBe(["hr-team"]));
    }

    [Fact]
    public async Task AcceptAsync_SameFileTwice_AddsNothing()
    {
        var first = await AcceptedAsync(Request);

        (await AcceptedAsync(Request)).Id.ShouldBe(first.Id);
    }

    [Theory]
    [InlineData("plan.exe", "“plan.exe” cannot be read. Formats that can: PDF, Word (.docx)")]
    [InlineData("plan", "“plan” cannot be read.")]
    [InlineData("plan.pdf.zip", "“plan.pdf.zip” cannot be read.")]
    [InlineData("plan.doc", "“plan.doc” cannot be read.")]
    public async Task AcceptAsync_ExtensionThatIsNotRead_IsRefusedWithTheFormatsThatAre(string name, string message) =>
        (await RefusedAsync(Request with { FileName = name }, IntakeRefusal.UnsupportedFormat)).ShouldStartWith(message);

    [Fact]
    public async Task AcceptAsync_LargestFile_IsAccepted() => await AcceptedAsync(Request, 1024 * 1024);

    [Fact]
    public async Task AcceptAsync_OneByteMore_IsRefusedAndNotKept()
    {
        var message = await RefusedAsync(Request, IntakeRefusal.TooLarge, (1024 * 1024) + 1);

        message.ShouldContain("larger than 1 MB");
        StoredFiles().ShouldBeEmpty();
    }

    [Fact]
    public async Task AcceptAsync_EmptyFile_IsRefused() => await RefusedAsync(Request, IntakeRefusal.Empty, 0);

    [Fact]
    public async Task AcceptAsync_NoLabels_IsRefusedBecauseNobodyCouldReadIt()
    {
        (await RefusedAsync(Request with { Labels = [] }, IntakeRefusal.NoLabels)).ShouldContain("Choose who may read");
        await RefusedAsync(Request with { Labels = ["hr-team", " "] }, IntakeRefusal.NoLabels);
        await RefusedAsync(Request with { Labels = [.. Enumerable.Range(0, 51).Select(i => $"group-{i}")] }, IntakeRefusal.NoLabels);
        StoredFiles().ShouldBeEmpty();
    }

    [Fact]
    public async Task AcceptAsync_UnknownDomain_IsRefusedWithTheKnownOnes() =>
        (await RefusedAsync(Request with { Domain = "sales" }, IntakeRefusal.UnknownDomain)).ShouldContain("hr");

    [Fact]
    public async Task AcceptAsync_TitleTooLong_IsRefused() => await RefusedAsync(Request with { Title = new string('x', 201) }, IntakeRefusal.BadTitle);

    [Theory]
    [InlineData("")]
    [InlineData("../..")]
    [InlineData(".md")]
    [InlineData("folder/")]
    [InlineData("\u202E.\u0007")]
    public async Task AcceptAsync_NothingOfANameLeft_IsRefused(string name) => await RefusedAsync(Request with { FileName = name }, IntakeRefusal.BadName);

    private async Task<DocumentVersion> AcceptedAsync(IntakeRequest request, int bytes = 100) =>
        (await app.HandInAsync(request, Text(bytes))).ShouldBeOfType<IntakeResult.Accepted>().Version;

    private async Task<string> RefusedAsync(IntakeRequest request, IntakeRefusal reason, int bytes = 100)
    {
        var refused = (await app.HandInAsync(request, Text(bytes))).ShouldBeOfType<IntakeResult.Refused>();
        refused.Reason.ShouldBe(reason, refused.Message);
        (await app.Get<IDocumentStore>().ListAsync(Cancellation)).ShouldBeEmpty();
        return refused.Message;
    }

    private IEnumerable<string> StoredFiles() => Directory.Exists(FilesFolder) ? Directory.EnumerateFiles(FilesFolder, "*", SearchOption.AllDirectories) : [];

    private static byte[] Text(int bytes)
    {
        var content = new byte[bytes];
        content.AsSpan().Fill((byte)'x');
        return content;
    }
}
