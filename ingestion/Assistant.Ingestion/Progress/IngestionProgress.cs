using Assistant.Core.Documents;

namespace Assistant.Ingestion.Progress;

/// <summary>How far the documents are, for the page and for the health check.</summary>
public sealed class IngestionProgress(IDocumentStore documents)
{
    private volatile bool samplesHandedIn;
    private volatile bool hasSettled;

    /// <summary>Counts the documents as of now.</summary>
    public async Task<IngestionSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        // Asked before counting: documents that are handed in after that are not missed.
        var isHandedIn = samplesHandedIn;
        var counts = await documents.CountByStateAsync(cancellationToken).ConfigureAwait(false);
        var ready = counts.GetValueOrDefault(DocumentState.Ready);
        var failed = counts.GetValueOrDefault(DocumentState.Failed);
        var working = counts.Values.Sum() - ready - failed;
        hasSettled |= isHandedIn && working == 0;
        return new IngestionSnapshot(ready + failed + working, ready, failed, working, isHandedIn, hasSettled);
    }

    /// <summary>Every document of the sample organisation has been handed in, or there is none to hand in.</summary>
    internal void SamplesHandedIn() => samplesHandedIn = true;
}

/// <param name="Total">Documents, by their current or newest version.</param>
/// <param name="Working">Queued, being parsed or being indexed.</param>
/// <param name="SamplesHandedIn">The import of the sample organisation is through, or there is none.</param>
/// <param name="HasSettled">True once the sample organisation was in and nothing was left to do; it stays true.</param>
public sealed record IngestionSnapshot(int Total, int Ready, int Failed, int Working, bool SamplesHandedIn, bool HasSettled);
