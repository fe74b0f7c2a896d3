using System.Collections.Concurrent;
using System.Diagnostics;
using Assistant.Core.Access;
using Assistant.Core.Answers;
using Assistant.Core.Documents;
using Assistant.Ingestion.Progress;
using Assistant.Web.Composition;
using Assistant.Web.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Assistant.Evaluation.Answers;

/// <summary>The whole product but its pages, in a folder of its own, with the sample organisation read in.</summary>
internal sealed class SampleProduct : IAsyncDisposable
{
    private readonly IHost host;
    private readonly DirectoryInfo data;
    private readonly ConcurrentDictionary<string, AssistantUser> users = new(StringComparer.Ordinal);

    private SampleProduct(IHost host, DirectoryInfo data)
    {
        this.host = host;
        this.data = data;
    }

    private IServiceProvider Services => host.Services;

    public static async Task<SampleProduct> StartAsync(CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("assistant-evaluation-");
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Development, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["DataPath"] = data.FullName, ["Ingestion:Samples"] = "true" });
        builder.Configuration.AddEnvironmentVariables();
        builder.Logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddAssistant(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync(cancellationToken).ConfigureAwait(false);
        var product = new SampleProduct(host, data);
        var progress = product.Services.GetRequiredService<IngestionProgress>();
        while (!(await progress.ReadAsync(cancellationToken).ConfigureAwait(false)).HasSettled)
        {
            await Task.Delay(200, cancellationToken).ConfigureAwait(false);
        }

        return product;
    }

    /// <summary>Asks a question behind its history, in a new conversation.</summary>
    public async Task<AskedAnswer> AskAsync(SampleQuestion question, CancellationToken cancellationToken)
    {
        var user = FindUser(question.User);
        var conversation = Guid.CreateVersion7();
        foreach (var earlier in question.History)
        {
            await FinishAsync(user, conversation, earlier, cancellationToken).ConfigureAwait(false);
        }

        var started = Stopwatch.GetTimestamp();
        var answer = await FinishAsync(user, conversation, question.Question, cancellationToken).ConfigureAwait(false);
        var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var cited = new List<CitedPassage>();
        foreach (var citation in answer.Citations)
        {
            cited.Add(await ReadAsync(citation, user.Scope, cancellationToken).ConfigureAwait(false));
        }

        return new AskedAnswer(answer, cited, milliseconds);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync().ConfigureAwait(false);
        host.Dispose();
        data.Delete(recursive: true);
    }

    /// <summary>The demo account of that name, with the roles and groups that the application gives it.</summary>
    private AssistantUser FindUser(string name)
    {
        var account = DemoAccounts.All.FirstOrDefault(a => a.Email.StartsWith($"{name}@", StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException($"The questions are asked by '{name}', who is no demo account.");
        return users.GetOrAdd(name, _ => new AssistantUser(Guid.CreateVersion7(), account.DisplayName, [.. account.Roles], AccessScope.ForGroups(account.Groups)));
    }

    private async Task<FinishedAnswer> FinishAsync(AssistantUser user, Guid conversation, string question, CancellationToken cancellationToken)
    {
        var result = await Services.GetRequiredService<IAnswerService>().AskAsync(new AskRequest(user, conversation, question, null), cancellationToken).ConfigureAwait(false);
        var live = result is AskResult.Accepted accepted ? accepted.Answer : throw new InvalidOperationException($"The question was refused: {result}.");
        var snapshot = live.Snapshot;
        while (snapshot.Finished is null)
        {
            snapshot = await live.WaitForChangeAsync(snapshot.Version, cancellationToken).ConfigureAwait(false);
        }

        return snapshot.Finished;
    }

    private async Task<CitedPassage> ReadAsync(Citation citation, AccessScope scope, CancellationToken cancellationToken)
    {
        var documents = Services.GetRequiredService<IDocumentStore>();
        var document = await documents.FindAsync(citation.DocumentId, cancellationToken).ConfigureAwait(false);
        var readable = await documents.FindReadableAsync(citation.VersionId, scope, cancellationToken).ConfigureAwait(false);
        var text = await documents.ReadTextAsync(citation.VersionId, cancellationToken).ConfigureAwait(false);
        return new CitedPassage(document?.Key ?? "", string.Join('\n', [.. citation.HeadingPath, text?.Text.Substring(citation.Start, citation.Length) ?? ""]), readable is not null);
    }
}
