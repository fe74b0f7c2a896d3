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
internal sealed class SourceReader(IDocumentStore documents, QuoteFinder quotes)
{
    /// <param name="answer">The answer that cites it, Markdown with markers.</param>
    /// <returns>Null when the user may not read the document now, or it is gone: the caller cannot tell which.</returns>
    public async Task<OpenSource?> OpenAsync(AssistantUser user, Citation citation, string answer, SourceReach reach, CancellationToken cancellationToken)
    {
        if (await documents.FindReadableAsync(citation.VersionId, user.Scope, cancellationToken) is not { } readable
            || await documents.ReadTextAsync(citation.VersionId, cancellationToken) is not { } text)
        {
            return null;
        }

        var passage = SourceExcerpts.Clamp(text, citation.Start, citation.Length);
        var quoted = quotes.Find(text, passage, answer, citation.Number);
        var current = readable.Document.Current;
        return new OpenSource(
            readable.Document.Title,
            readable.Version,
            current is not null && current.Number > readable.Version.Number ? current.Number : null,
            SourceExcerpts.Around(text, passage, quoted, reach.Before, reach.After));
    }
}
