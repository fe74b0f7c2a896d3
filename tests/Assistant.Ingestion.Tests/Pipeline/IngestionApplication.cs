using Assistant.Core.Access;
using Assistant.Core.Documents;
using Assistant.Core.Retrieval;
using Assistant.Ingestion.Intake;
using Assistant.Ingestion.Pipeline;
using Assistant.Retrieval;
using Assistant.Storage;
using Assistant.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Assistant.Ingestion.Tests.Pipeline;

/// <summary>Ingestion over the real database, file store, index and parser, in a folder of its own.</summary>
internal sealed class IngestionApplication : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IHost host;

    private IngestionApplication(IHost host) => this.host = host;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="works">False for an application whose worker never gets to run, as if it died first.</param>
    public static async Task<IngestionApplication> StartAsync(string dataPath, bool works = true, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([new("DataPath", dataPath), new("Ingestion:Parsers", "1"), .. settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value))]);
        builder.Services.AddText().AddStorage(builder.Configuration).AddRetrieval(builder.Configuration).AddIngestion(builder.Configuration);
        if (!works)
        {
            builder.Services.Remove(builder.Services.Single(s => s.ImplementationType == typeof(IngestionWorker)));
        }

        var host = builder.Build();
        await host.StartAsync(Cancellation);
        return new IngestionApplication(host);
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public Task<IntakeResult> HandInAsync(IntakeRequest request, byte[] content) =>
        Get<DocumentIntake>().AcceptAsync(request, new MemoryStream(content), Cancellation);

    /// <summary>Hands a document in and waits until it is ready or has failed.</summary>
    public async Task<DocumentVersion> IngestAsync(IntakeRequest request, byte[] content) =>
        await FinishedAsync((await HandInAsync(request, content)).ShouldBeOfType<IntakeResult.Accepted>().Version.Id);

    public async Task<DocumentVersion> FinishedAsync(Guid versionId)
    {
        DocumentVersion? version = null;
        await UntilAsync(async () =>
        {
            var document = await Get<IDocumentStore>().FindByVersionAsync(versionId, Cancellation);
            version = document!.Versions.Single(v => v.Id == versionId);
            return version.State is DocumentState.Ready or DocumentState.Failed;
        });
        return version!;
    }

    /// <summary>Passages that people of a group find.</summary>
    public async Task<IReadOnlyList<Passage>> SearchAsync(string text, string? group = null)
    {
        var scope = AccessScope.ForGroups(group is null ? [] : [group]);
        var found = await Get<IPassageIndex>().SearchAsync(new PassageQuery(text, null, "en", null, scope, 100), Cancellation);
        return [.. found.Passages.Select(p => p.Passage)];
    }

    /// <summary>Asks until it is so, which fails the test when it takes for ever.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Patience);
        while (!await condition())
        {
            await Task.Delay(20, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }
}
