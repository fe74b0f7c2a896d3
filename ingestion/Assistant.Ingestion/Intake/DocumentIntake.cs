using Assistant.Core.Documents;
using Assistant.Core.Domains;
using Assistant.Ingestion.Parser.Protocol;
using Microsoft.Extensions.Options;

namespace Assistant.Ingestion.Intake;

/// <summary>
/// The one way in for documents, used by uploads and by the import of the sample organisation: checks what can be
/// checked without reading the file, stores it while it streams in, and queues it.
/// </summary>
public sealed class DocumentIntake
{
    private const int MaxTitleLength = 200;
    private const int MaxLabels = 50;

    private readonly IDocumentStore documents;
    private readonly IFileStore files;
    private readonly DomainCatalog domains;
    private readonly DocumentGate gate;
    private readonly IngestionOptions options;

    internal DocumentIntake(IDocumentStore documents, IFileStore files, DomainCatalog domains, DocumentGate gate, IOptions<IngestionOptions> options)
    {
        this.documents = documents;
        this.files = files;
        this.domains = domains;
        this.gate = gate;
        this.options = options.Value;
    }

    /// <summary>File name extensions that are accepted, with their dot.</summary>
    public IReadOnlyList<string> Extensions => FileFormats.Extensions;

    /// <summary>Largest file that is accepted, in bytes.</summary>
    public long MaxFileBytes => options.MaxFileBytes;

    /// <summary>Takes a file in. Reads the stream until its end, or until it is longer than allowed.</summary>
    /// <exception cref="IOException">The stream broke off, or the file could not be stored. Nothing is left behind.</exception>
    public async Task<IntakeResult> AcceptAsync(IntakeRequest request, Stream content, CancellationToken cancellationToken)
    {
        var name = FileNames.Clean(request.FileName);
        if (Check(request, name) is { } refusal)
        {
            return refusal;
        }

        StoredFile stored;
        try
        {
            stored = await files.SaveAsync(content, options.MaxFileBytes, cancellationToken).ConfigureAwait(false);
        }
        catch (FileTooLargeException)
        {
            return new IntakeResult.Refused(IntakeRefusal.TooLarge, $"“{name}” is larger than {options.MaxFileMegabytes} MB, which is the limit here. Split it, or make its pictures smaller.");
        }

        if (stored.SizeBytes == 0)
        {
            return new IntakeResult.Refused(IntakeRefusal.Empty, $"“{name}” is empty. Check that it was saved, and upload it again.");
        }

        return await AddAsync(request, name!, stored, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IntakeResult> AddAsync(IntakeRequest request, string name, StoredFile stored, CancellationToken cancellationToken)
    {
        var title = string.IsNullOrWhiteSpace(request.Title) ? FileNames.Title(name) : request.Title.Trim();
        var version = new NewDocumentVersion(
            string.IsNullOrWhiteSpace(request.Key) ? FileNames.Key(request.Domain, title) : request.Key.Trim(),
            title,
            request.Domain,
            request.Language,
            [.. request.Labels.Select(l => l.Trim()).Distinct(StringComparer.Ordinal)],
            request.Classification,
            name,
            stored,
            request.UploadedBy);

        using var held = await gate.EnterAsync(cancellationToken).ConfigureAwait(false);
        return files.PathOf(stored.ContentHash) is null
            ? new IntakeResult.Refused(IntakeRefusal.Conflict, $"A document with the same content as “{name}” was being deleted at this moment. Upload it again.")
            : new IntakeResult.Accepted(await documents.AddVersionAsync(version, cancellationToken).ConfigureAwait(false));
    }

    private IntakeResult.Refused? Check(IntakeRequest request, string? name)
    {
        if (name is null)
        {
            return new IntakeResult.Refused(IntakeRefusal.BadName, $"The file needs a name of at most {FileNames.MaxLength} characters that does not begin with a dot.");
        }

        if (FileFormats.Of(name) is null)
        {
            return new IntakeResult.Refused(IntakeRefusal.UnsupportedFormat, $"“{name}” cannot be read. Formats that can: {FileFormats.ForPeople}.");
        }

        if (domains.Find(request.Domain) is null)
        {
            return new IntakeResult.Refused(IntakeRefusal.UnknownDomain, $"There is no domain “{request.Domain}”. Choose one of: {string.Join(", ", domains.All.Select(d => d.Id))}.");
        }

        if (request.Title?.Trim().Length > MaxTitleLength)
        {
            return new IntakeResult.Refused(IntakeRefusal.BadTitle, $"A title may have {MaxTitleLength} characters; this one has {request.Title.Trim().Length}.");
        }

        return request.Labels.Count is 0 or > MaxLabels || request.Labels.Any(string.IsNullOrWhiteSpace)
            ? new IntakeResult.Refused(IntakeRefusal.NoLabels, $"Choose who may read “{name}”: everyone, or up to {MaxLabels} groups.")
            : null;
    }
}
