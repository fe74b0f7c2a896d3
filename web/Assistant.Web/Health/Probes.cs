using Assistant.Core.Access;
using Assistant.Core.Documents;
using Assistant.Core.Domains;
using Assistant.Core.Retrieval;
using Assistant.Core.Routing;
using Assistant.Ingestion;
using Assistant.Ingestion.Progress;
using Assistant.Policies;
using Microsoft.Extensions.Options;
using IRouter = Assistant.Core.Routing.IRouter;

namespace Assistant.Web.Health;

/// <summary>
/// Uses each part the way a question does. A probe returns null when the part works, says in a few words what is
/// missing, or throws what the part throws.
/// </summary>
internal sealed class Probes(
    IDocumentStore documents,
    IPassageIndex index,
    IPolicyRules policies,
    IRouter router,
    DomainCatalog domains,
    IngestionProgress ingestion,
    IOptions<IngestionOptions> options)
{
    private const string Question = "Is everything ready?";

    public async ValueTask<string?> DatabaseAsync(CancellationToken cancellationToken)
    {
        await documents.CountByStateAsync(cancellationToken);
        return null;
    }

    public async ValueTask<string?> IndexAsync(CancellationToken cancellationToken)
    {
        await index.SearchAsync(new PassageQuery(Question, null, "en", null, AccessScope.ForGroups([]), 1), cancellationToken);
        return null;
    }

    public ValueTask<string?> PoliciesAsync() =>
        ValueTask.FromResult(policies.Status.Rules.Count == 0 ? "No policy rules are in force." : null);

    public async ValueTask<string?> RouterAsync(CancellationToken cancellationToken)
    {
        // Somebody whom every domain is open to: for anybody else the router may answer without its classifier.
        var insider = new AssistantUser(Guid.Empty, "", [], AccessScope.ForGroups(domains.All.SelectMany(d => d.Labels)));
        await router.RouteAsync(new RouteRequest(Question, [], insider, null), cancellationToken);
        return null;
    }

    public async ValueTask<string?> SamplesAsync(CancellationToken cancellationToken) =>
        options.Value.Samples && await ingestion.ReadAsync(cancellationToken) is { HasSettled: false, Working: var working }
            ? $"The sample organisation is being read in; {working} documents are left."
            : null;
}
