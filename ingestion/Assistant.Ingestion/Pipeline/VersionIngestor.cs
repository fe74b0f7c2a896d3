using Assistant.Core.Documents;
using Assistant.Core.Retrieval;
using Assistant.Ingestion.Chunking;
using Assistant.Ingestion.Parsing;
using Assistant.Text.Languages;
using Microsoft.Extensions.Logging;

namespace Assistant.Ingestion.Pipeline;

/// <summary>
/// Brings one version from its file into the index. Every step may be repeated: a process that dies anywhere in between
/// leaves a job that starts over. The index is written before the version becomes current, so that "ready" is never
/// said of a document that is not in the index.
/// </summary>
internal sealed class VersionIngestor(
    IDocumentStore documents,
    IFileStore files,
    IPassageIndex index,
    ParserPool parsers,
    PassageFactory passages,
    LanguageDetector languages,
    TimeProvider time,
    ILogger<VersionIngestor> logger)
{
    /// <summary>Enough text to tell a language by.</summary>
    private const int LanguageSample = 10_000;

    /// <summary>Parses, chunks and indexes a version. A refused file is a result, not an error.</summary>
    /// <exception cref="IOException">It is worth trying again.</exception>
    public async Task IngestAsync(Guid versionId, bool repeated, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        if (await FindAsync(versionId, cancellationToken).ConfigureAwait(false) is not var (document, version))
        {
            return;
        }

        if (version.State == DocumentState.Ready)
        {
            // The process died between making it ready and taking the job off the queue.
            await ReindexAsync(versionId, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (!await documents.SetStateAsync(versionId, DocumentState.Parsing, null, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        switch (await ParseAsync(version, cancellationToken).ConfigureAwait(false))
        {
            case ParseOutcome.Refused refused:
                logger.Refused(versionId, refused.Reason.ToString());
                await FailAsync(document, versionId, refused.Message, repeated, cancellationToken).ConfigureAwait(false);
                break;
            case ParseOutcome.Parsed parsed:
                var count = await IndexAsync(versionId, parsed.Document, cancellationToken).ConfigureAwait(false);
                logger.Ready(versionId, count, (long)time.GetElapsedTime(started).TotalMilliseconds);
                break;
        }
    }

    /// <summary>Writes the passages of a current version again, with the title, groups and domain that the document has now.</summary>
    public async Task ReindexAsync(Guid versionId, CancellationToken cancellationToken)
    {
        if (await FindAsync(versionId, cancellationToken).ConfigureAwait(false) is not var (document, version)
            || !version.IsCurrent
            || await documents.ReadTextAsync(versionId, cancellationToken).ConfigureAwait(false) is not { } text)
        {
            return;
        }

        await index.ReplaceAsync(document.Id, passages.Create(document, version, text, LanguageOf(document, text)), cancellationToken).ConfigureAwait(false);
        if (await documents.FindAsync(document.Id, cancellationToken).ConfigureAwait(false) is null)
        {
            await index.ReplaceAsync(document.Id, [], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Marks a version as failed. What an earlier try left in the index gives way to the current version.</summary>
    public async Task FailAsync(DocumentSummary document, Guid versionId, string message, bool repeated, CancellationToken cancellationToken)
    {
        if (repeated && document.Current is { } current && current.Id != versionId)
        {
            await ReindexAsync(current.Id, cancellationToken).ConfigureAwait(false);
        }

        await documents.SetStateAsync(versionId, DocumentState.Failed, message, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ParseOutcome> ParseAsync(DocumentVersion version, CancellationToken cancellationToken)
    {
        if (files.PathOf(version.ContentHash) is not { } path)
        {
            logger.FileMissing(version.Id);
            return new ParseOutcome.Refused(ParseFailure.Damaged, "The stored file is not there any more. Upload it again.");
        }

        return await parsers.ParseAsync(path, version.FileName, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns the number of passages; 0 when the document was deleted meanwhile.</summary>
    private async Task<int> IndexAsync(Guid versionId, ExtractedDocument text, CancellationToken cancellationToken)
    {
        // Found anew: title or groups may have changed while the file was read.
        if (!await documents.SetStateAsync(versionId, DocumentState.Indexing, null, cancellationToken).ConfigureAwait(false)
            || await FindAsync(versionId, cancellationToken).ConfigureAwait(false) is not var (document, version))
        {
            return 0;
        }

        var language = LanguageOf(document, text);
        var made = passages.Create(document, version, text, language);
        var isOvertaken = document.Versions.Any(v => v.Number > version.Number && v.State == DocumentState.Ready);
        if (!isOvertaken)
        {
            await index.ReplaceAsync(document.Id, made, cancellationToken).ConfigureAwait(false);
        }

        if (await documents.CompleteAsync(versionId, text, language, made.Count, cancellationToken).ConfigureAwait(false))
        {
            return made.Count;
        }

        await index.ReplaceAsync(document.Id, [], cancellationToken).ConfigureAwait(false);
        return 0;
    }

    private string LanguageOf(DocumentSummary document, ExtractedDocument text) =>
        document.Language ?? languages.Detect(text.Text.Length > LanguageSample ? text.Text[..LanguageSample] : text.Text);

    private async Task<(DocumentSummary Document, DocumentVersion Version)?> FindAsync(Guid versionId, CancellationToken cancellationToken) =>
        await documents.FindByVersionAsync(versionId, cancellationToken).ConfigureAwait(false) is { } document
            ? (document, document.Versions.Single(v => v.Id == versionId))
            : null;
}
