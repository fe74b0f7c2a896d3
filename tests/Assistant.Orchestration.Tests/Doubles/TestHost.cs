using Assistant.Core.Adapters;
using Assistant.Core.Answers;
using Assistant.Core.Conversations;
using Assistant.Core.Documents;
using Assistant.Core.Policies;
using Assistant.Core.Retrieval;
using Assistant.Core.Routing;
using Assistant.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Assistant.Orchestration.Tests.Doubles;

/// <summary>The real pipeline over doubles of its ports.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly IHost host;

    private TestHost(IHost host) => this.host = host;

    public MemoryConversations Conversations => host.Services.GetRequiredService<MemoryConversations>();

    public IAnswerService Answers => host.Services.GetRequiredService<IAnswerService>();

    public static Task<TestHost> StartAsync(FakeLibrary library, FakePolicies? policies = null, params (string Key, string Value)[] settings) =>
        StartAsync(library, policies, model: null, settings);

    /// <param name="model">Null for the configured one.</param>
    public static async Task<TestHost> StartAsync(FakeLibrary library, FakePolicies? policies, IModelServer? model, params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        builder.Logging.ClearProviders();
        if (model is not null)
        {
            builder.Services.AddSingleton(model);
        }

        builder.Services
            .AddText()
            .AddSingleton<MemoryConversations>()
            .AddSingleton<IConversationStore>(p => p.GetRequiredService<MemoryConversations>())
            .AddSingleton<IPassageIndex>(library)
            .AddSingleton<IDocumentStore>(library)
            .AddSingleton<IPolicyEngine>(policies ?? new FakePolicies())
            .AddSingleton<IRouter, AbstainingRouter>()
            .AddOrchestration(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new TestHost(host);
    }

    /// <summary>Asks and waits for the recorded answer.</summary>
    public async Task<FinishedAnswer> AskAsync(string question, Guid? conversation = null)
    {
        var result = await Answers.AskAsync(new AskRequest(Users.Anna, conversation ?? Guid.NewGuid(), question, null), TestContext.Current.CancellationToken);
        return await FinishAsync(result.ShouldBeOfType<AskResult.Accepted>().Answer);
    }

    public static async Task<FinishedAnswer> FinishAsync(ILiveAnswer answer)
    {
        var snapshot = answer.Snapshot;
        while (snapshot.Finished is null)
        {
            snapshot = await answer.WaitForChangeAsync(snapshot.Version, TestContext.Current.CancellationToken);
        }

        return snapshot.Finished;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    private sealed class AbstainingRouter : IRouter
    {
        public ValueTask<Route> RouteAsync(RouteRequest request, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new Route(null, AdapterSet.Base, 0, RouteReason.Abstained, new Dictionary<string, double>()));
    }
}
