using Assistant.Core.Access;
using Assistant.Core.Answers;
using Assistant.Core.Documents;

namespace Assistant.Web.Chat.Sources;

/// <summary>A cited document, opened at its passage.</summary>
/// <param name="NewerVersion">Number of the version that replaced the cited one; null when it is the current one.</param>
public sealed record OpenSource(string Title, DocumentVersion Version, int? NewerVersion, SourceExcerpt Excerpt);

/// <summary>How much is shown around a passage, in UTF-16 code units.</summary>
public sealed record SourceReach(int Before, int After)
{
    private const int Step = 6_000;

    public static SourceReach Initial { get; } = new(2_000, 2_500);

    public SourceReach MoreBefore() => this with { Before = Before + Step };

    public SourceReach MoreAfter() => this with { After = After + Step };
}

/// <summary>Opens cited passages. Access is checked each time anew: an answer keeps its citations, not the right to read them.</summary>
internal sealed class SourceReader(IDocumentStore documents)
{
    /// <summary>Null when the user may not read the document now, or it is gone: the caller cannot tell which.</summary>
    public async Task<OpenSource?> OpenAsync(AssistantUser user, Citation citation, SourceReach reach, CancellationToken cancellationToken)
    {
        if (await documents.FindReadableAsync(citation.VersionId, user.Scope, cancellationToken) is not { } readable
            || await documents.ReadTextAsync(citation.VersionId, cancellationToken) is not { } text)
        {
            return null;
        }

        var current = readable.Document.Current;
        return new OpenSource(
            readable.Document.Title,
            readable.Version,
            current is not null && current.Number > readable.Version.Number ? current.Number : null,
            SourceExcerpts.Around(text, citation.Start, citation.Length, reach.Before, reach.After));
    }
}
