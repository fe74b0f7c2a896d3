using Assistant.Adapters;
using Assistant.Ingestion;
using Assistant.Orchestration;
using Assistant.Policies;
using Assistant.Retrieval;
using Assistant.Storage;
using Assistant.Text;
using Assistant.Web.Engine;

namespace Assistant.Web.Composition;

public static class AssistantServices
{
    /// <summary>Adds the assistant without its web pages: storage, index, router, policies, ingestion, the engine and the answer pipeline.</summary>
    /// <param name="configuration">With <c>DataPath</c> as an absolute path of an existing folder.</param>
    public static IServiceCollection AddAssistant(this IServiceCollection services, IConfiguration configuration) => services
        .AddText()
        .AddStorage(configuration)
        .AddRetrieval(configuration)
        .AddAdapters(configuration)
        .AddPolicies(configuration)
        .AddIngestion(configuration)
        .AddEngine(configuration)
        .AddOrchestration(configuration);
}
