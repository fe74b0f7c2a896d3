using Assistant.Core.Access;
using Assistant.Core.Documents;
using Assistant.Core.Domains;
using Assistant.Ingestion.Removal;
using Assistant.Web.Security;

namespace Assistant.Web.Admin.Documents;

/// <summary>What administrators see and do of documents. Every call asks first whether the caller is one now.</summary>
internal sealed class DocumentDesk(
    Caller caller,
    IDocumentStore documents,
    DocumentRemoval removal,
    IUserDirectory directory,
    DomainCatalog domains,
    ILogger<DocumentDesk> logger)
{
    private const int MaxTitle = 200;

    /// <summary>Every document, in title order; null when the caller may not see them.</summary>
    public async Task<IReadOnlyList<DocumentRow>?> ListAsync(CancellationToken cancellationToken) =>
        await IsAllowedAsync(cancellationToken) ? [.. (await documents.ListAsync(cancellationToken)).Select(Row)] : null;

    /// <summary>Number of documents per state; null when the caller may not see them.</summary>
    public async Task<IReadOnlyDictionary<DocumentState, int>?> CountAsync(CancellationToken cancellationToken) =>
        await IsAllowedAsync(cancellationToken) ? await documents.CountByStateAsync(cancellationToken) : null;

    /// <summary>One document; null when there is none, or the caller may not see it.</summary>
    public async Task<DocumentRow?> FindAsync(Guid documentId, CancellationToken cancellationToken) =>
        await IsAllowedAsync(cancellationToken) && await documents.FindAsync(documentId, cancellationToken) is { } document ? Row(document) : null;

    /// <summary>The groups to choose from.</summary>
    public async Task<IReadOnlyList<string>> ListGroupsAsync(CancellationToken cancellationToken) =>
        await IsAllowedAsync(cancellationToken) ? await directory.ListGroupsAsync(cancellationToken) : [];

    public async Task<CommandResult> UpdateAsync(Guid documentId, DocumentEdit edit, CancellationToken cancellationToken)
    {
        if (await AdministratorAsync(cancellationToken) is not { } actor)
        {
            return CommandResult.NotAllowed;
        }

        var title = edit.Title.Trim();
        if (title.Length is 0 or > MaxTitle)
        {
            return new CommandResult.Refused($"Enter a title of at most {MaxTitle} characters.");
        }

        if (domains.Find(edit.Domain) is null)
        {
            return new CommandResult.Refused("Choose one of the domains.");
        }

        if (!await documents.UpdateAsync(documentId, edit with { Title = title }, cancellationToken))
        {
            return Gone;
        }

        logger.DocumentEdited(documentId, actor.Id);
        return CommandResult.Succeeded;
    }

    /// <summary>Puts a failed version back in the queue.</summary>
    public async Task<CommandResult> RetryAsync(Guid versionId, CancellationToken cancellationToken)
    {
        if (!await IsAllowedAsync(cancellationToken))
        {
            return CommandResult.NotAllowed;
        }

        return await documents.RetryAsync(versionId, cancellationToken)
            ? CommandResult.Succeeded
            : new CommandResult.Refused("This version is not failed any more.");
    }

    /// <summary>Deletes a document with all its versions. One that is gone already is no error.</summary>
    public async Task<CommandResult> DeleteAsync(Guid documentId, CancellationToken cancellationToken)
    {
        if (await AdministratorAsync(cancellationToken) is not { } actor)
        {
            return CommandResult.NotAllowed;
        }

        await removal.DeleteAsync(documentId, cancellationToken);
        logger.DocumentDeleted(documentId, actor.Id);
        return CommandResult.Succeeded;
    }

    private static CommandResult.Refused Gone { get; } = new("This document was deleted meanwhile.");

    private DocumentRow Row(DocumentSummary document) => new(document, domains.Find(document.Domain)?.Name ?? document.Domain);

    private async Task<bool> IsAllowedAsync(CancellationToken cancellationToken) =>
        await AdministratorAsync(cancellationToken) is not null;

    private Task<AssistantUser?> AdministratorAsync(CancellationToken cancellationToken) => caller.AsAsync(AccessPolicies.Admin, cancellationToken);
}
