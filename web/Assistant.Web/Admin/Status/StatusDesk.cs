using Assistant.Core.Answers;
using Assistant.Core.Documents;
using Assistant.Core.Retrieval;
using Assistant.Policies;
using Assistant.Web.Security;

namespace Assistant.Web.Admin.Status;

/// <summary>What administrators see of the system as a whole.</summary>
internal sealed class StatusDesk(
    Caller caller,
    IPolicyRules rules,
    IModelServer model,
    IDocumentStore documents,
    IPassageIndex index)
{
    /// <summary>The state as of now; null when the caller may not see it.</summary>
    public async Task<SystemStatus?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await caller.AsAsync(AccessPolicies.Admin, cancellationToken) is null)
        {
            return null;
        }

        var all = await documents.ListAsync(cancellationToken);
        var indexed = await index.DocumentIdsAsync(cancellationToken);
        return new SystemStatus(
            rules.Status,
            model.State,
            await documents.CountByStateAsync(cancellationToken),
            all.Count,
            all.Sum(d => d.Current?.Passages ?? 0),
            all.Count(d => d.Current is { Passages: > 0 } && !indexed.Contains(d.Id)));
    }
}

/// <param name="Passages">Of the versions that answers are drawn from.</param>
/// <param name="Missing">Documents that should be in the index and are not.</param>
internal sealed record SystemStatus(
    PolicyRuleStatus Rules,
    ModelServerState Model,
    IReadOnlyDictionary<DocumentState, int> States,
    int Documents,
    int Passages,
    int Missing);
