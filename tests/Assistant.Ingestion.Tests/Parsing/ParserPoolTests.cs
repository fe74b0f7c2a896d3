using System.Diagnostics;
using System.Text;
using Assistant.Core.Documents;
using Assistant.Ingestion.Parsing;
using Assistant.Ingestion.Tests.Doubles;
using Microsoft.Extensions.Options;

namespace Assistant.Ingestion.Tests.Parsing;

/// <summary>
/// What becomes of processes that die, hang or grow. A named pipe that nobody writes to stands for a file whose reading
/// never ends.
/// </summary>
public sealed class ParserPoolTests : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly ParserLog log = new();
    private ParserPool? pool;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (pool is not null)
        {
            await pool.DisposeAsync();
        }

        folder.Dispose();
    }

    [Fact]
    public async Task ParseAsync_SeveralFilesInARow_AreReadByOneProcess()
    {
        for (var i = 0; i < 3; i++)
        {
            await ShouldReadAsync(Pool());
        }

        log.Started.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ParseAsync_ProcessKilledWhileItReads_RefusesThatFileAndReadsTheNextInAnotherProcess()
    {
        await ShouldReadAsync(Pool());
        var reading = Pool().ParseAsync(EndlessFile(), "endless.txt", Cancellation);
        reading.IsCompleted.ShouldBeFalse();

        await KillAsync(log.Started.ShouldHaveSingleItem());

        (await reading).ShouldBeOfType<ParseOutcome.Refused>().Reason.ShouldBe(ParseFailure.Crashed);
        await ShouldReadAsync(Pool());
        log.Started.Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task ParseAsync_ProcessKilledBetweenFiles_IsReplaced()
    {
        await ShouldReadAsync(Pool());

        await KillAsync(log.Started.ShouldHaveSingleItem());

        await ShouldReadAsync(Pool());
        log.Started.Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task ParseAsync_ReadingThatNeverEnds_IsCutOffAndItsProcessEnded()
    {
        var outcome = await Pool(o => o.ParseTimeout = TimeSpan.FromSeconds(1)).ParseAsync(EndlessFile(), "endless.txt", Cancellation);

        var refused = outcome.ShouldBeOfType<ParseOutcome.Refused>();
        refused.Reason.ShouldBe(ParseFailure.TimedOut);
        refused.Message.ShouldContain("longer than 1 second");
        IsRunning(log.Started.ShouldHaveSingleItem()).ShouldBeFalse();
        await ShouldReadAsync(Pool());
    }

    [Fact]
    public async Task ParseAsync_CallerGivesUp_EndsTheProcess()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await ShouldReadAsync(Pool());
        var reading = Pool().ParseAsync(EndlessFile(), "endless.txt", stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(reading);
        IsRunning(log.Started.ShouldHaveSingleItem()).ShouldBeFalse();
        await ShouldReadAsync(Pool());
    }

    [Fact]
    public async Task ParseAsync_MoreMemoryThanAllowed_RefusesTheFileAndReadsTheNext()
    {
        var large = folder.Write("large.csv", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("one,two,three,four,five,six\n", 2_000_000))));

        var outcome = await Pool(o => (o.ParserMemoryMegabytes, o.MaxCharacters) = (128, 50_000_000)).ParseAsync(large, "large.csv", Cancellation);

        outcome.ShouldBeOfType<ParseOutcome.Refused>().Reason.ShouldBe(ParseFailure.OutOfMemory);
        await ShouldReadAsync(Pool());
    }

    [Fact]
    public async Task ParseAsync_StoredFileMissing_IsNotTheDocumentsFault() =>
        await Should.ThrowAsync<ParserUnavailableException>(Pool().ParseAsync(Path.Combine(folder.Path, "gone"), "gone.txt", Cancellation));

    [Fact]
    public async Task ParseAsync_ParserNotInstalled_SaysWhichProgramItWas()
    {
        await using var none = new ParserPool(new ParserCommand(Path.Combine(folder.Path, "parser"), []), Options.Create(new IngestionOptions()), TimeProvider.System, log);

        (await Should.ThrowAsync<ParserUnavailableException>(none.ParseAsync("a", "a.txt", Cancellation))).Message.ShouldContain(folder.Path);
    }

    [Fact]
    public async Task DisposeAsync_IdleProcesses_AreEnded()
    {
        await ShouldReadAsync(Pool());

        await Pool().DisposeAsync();

        IsRunning(log.Started.ShouldHaveSingleItem()).ShouldBeFalse();
        pool = null;
    }

    private ParserPool Pool(Action<IngestionOptions>? configure = null) => pool ??= ParserFixture.Pool(log, configure);

    private async Task ShouldReadAsync(ParserPool reader) =>
        (await reader.ParseAsync(folder.Write("note.txt", "The limit is 42 days."u8.ToArray()), "note.txt", Cancellation))
            .ShouldBeOfType<ParseOutcome.Parsed>().Document.Text.ShouldBe("The limit is 42 days.");

    private string EndlessFile()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes among its files.");
        var path = Path.Combine(folder.Path, "endless");
        using var make = Process.Start("mkfifo", [path]);
        make.WaitForExit();
        make.ExitCode.ShouldBe(0);
        return path;
    }

    private static async Task KillAsync(int processId)
    {
        using var process = Process.GetProcessById(processId);
        process.Kill();
        await process.WaitForExitAsync(Cancellation);
    }

    private static bool IsRunning(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
