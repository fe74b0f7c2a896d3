using Assistant.Core.Documents;
using Assistant.Core.Retrieval;
using Assistant.Ingestion.Intake;
using Microsoft.Extensions.Logging;

namespace Assistant.Ingestion.Removal;

/// <summary>
/// Deletes documents. The store comes first: from then on no answer uses the document, whatever the index still holds.
/// What a process that dies in between leaves in the index is removed at the next start.
/// </summary>
public sealed class DocumentRemoval
{
    private readonly IDocumentStore documents;
    private readonly IPassageIndex index;
    private readonly IFileStore files;
    private readonly DocumentGate gate;
    private readonly ILogger<DocumentRemoval> logger;

    internal DocumentRemoval(IDocumentStore documents, IPassageIndex index, IFileStore files, DocumentGate gate, ILogger<DocumentRemoval> logger)
    {
        this.documents = documents;
        this.index = index;
        this.files = files;
        this.gate = gate;
        this.logger = logger;
    }

    /// <summary>Deletes a document with all its versions, passages and files. One that does not exist is no error.</summary>
    public async Task DeleteAsync(Guid documentId, CancellationToken cancellationToken)
    {
        using var held = await gate.EnterAsync(cancellationToken).ConfigureAwait(false);
        var unused = await documents.DeleteAsync(documentId, cancellationToken).ConfigureAwait(false);

        // Half a deletion is worse than one that cannot be cancelled any more.
        await index.ReplaceAsync(documentId, [], CancellationToken.None).ConfigureAwait(false);
        foreach (var hash in unused)
        {
            files.Delete(hash);
        }

        logger.Deleted(documentId, unused.Count);
    }
}
