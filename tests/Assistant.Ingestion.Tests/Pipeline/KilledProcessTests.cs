using System.Diagnostics;
using System.Globalization;
using Assistant.Core.Documents;
using Assistant.Core.Jobs;
using Assistant.Core.Retrieval;
using Assistant.Ingestion.Tests.Doubles;

namespace Assistant.Ingestion.Tests.Pipeline;

/// <summary>The sample organisation is read in by a process that is killed again and again.</summary>
public sealed class KilledProcessTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TempFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Start_AfterKillsInMidIngestion_EveryDocumentIsReadyOnce()
    {
        await RunUntilAsync(Ready(0));
        await RunUntilAsync(Ready(5));
        await RunUntilAsync(Ready(25));
        await RunUntilAsync(Ready(40));
        await RunUntilAsync(line => line == "settled");

        await using var app = await IngestionApplication.StartAsync(folder.Path, works: false);
        var documents = await app.Get<IDocumentStore>().ListAsync(Cancellation);
        documents.Select(d => d.Key).ShouldBe(SampleFiles.NewestFiles().Keys, ignoreOrder: true);
        documents.SelectMany(d => d.Versions).Count().ShouldBe(SampleFiles.Count);
        documents.SelectMany(d => d.Versions).ShouldAllBe(v => v.State == DocumentState.Ready && v.Passages > 0);
        documents.ShouldAllBe(d => d.Current == d.Latest);
        (await app.Get<IPassageIndex>().DocumentIdsAsync(Cancellation)).ShouldBe(documents.Select(d => d.Id), ignoreOrder: true);
        (await app.Get<IJobQueue>().LeaseAsync(TimeSpan.FromMinutes(1), Cancellation)).ShouldBeNull();
    }

    private static Func<string, bool> Ready(int count) =>
        line => line.StartsWith("ready ", StringComparison.Ordinal) && int.Parse(line.AsSpan("ready ".Length), CultureInfo.InvariantCulture) >= count;

    /// <summary>Starts the process and kills it, without warning, as soon as a line of its output says that it is time.</summary>
    private async Task RunUntilAsync(Func<string, bool> isReached)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Assistant.Ingestion.Host.dll"), folder.Path])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Patience);
        try
        {
            string? line;
            do
            {
                line = await process.StandardOutput.ReadLineAsync(patience.Token);
                line.ShouldNotBeNull("the process ended by itself");
            }
            while (!isReached(line));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(Cancellation);
        }
    }
}
