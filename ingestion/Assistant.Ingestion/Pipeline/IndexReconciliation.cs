using Assistant.Core.Documents;
using Assistant.Core.Retrieval;
using Microsoft.Extensions.Logging;

namespace Assistant.Ingestion.Pipeline;

/// <summary>
/// Brings the index in line with the document store at start: passages of documents that are gone are removed, and
/// ready documents that the index lacks (it was deleted, or restored from an older copy) are written from their text.
/// </summary>
internal sealed class IndexReconciliation(IDocumentStore documents, IPassageIndex index, VersionIngestor ingestor, ILogger<IndexReconciliation> logger)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var indexed = await index.DocumentIdsAsync(cancellationToken).ConfigureAwait(false);
        var known = await documents.ListAsync(cancellationToken).ConfigureAwait(false);
        var gone = indexed.Except(known.Select(d => d.Id)).ToList();
        foreach (var id in gone)
        {
            await index.ReplaceAsync(id, [], cancellationToken).ConfigureAwait(false);
        }

        var missing = known.Where(d => d.Current is not null && !indexed.Contains(d.Id)).ToList();
        foreach (var document in missing)
        {
            await ingestor.ReindexAsync(document.Current!.Id, cancellationToken).ConfigureAwait(false);
        }

        if (gone.Count + missing.Count > 0)
        {
            logger.Reconciled(gone.Count, missing.Count);
        }
    }
}
