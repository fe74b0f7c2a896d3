using Assistant.Core.Access;
using Assistant.Core.Audit;
using Assistant.Core.Documents;
using Assistant.Core.Policies;
using Assistant.Core.Retrieval;
using Assistant.Text.Sentences;
using Microsoft.Extensions.Options;

namespace Assistant.Orchestration.Retrieval;

/// <summary>
/// The retrieve stage: searches within the user's scope, asks the document store again whether each hit may be
/// answered from now (the index may lag behind a deletion or a change of groups), and applies the passage rules.
/// </summary>
internal sealed class PassageFinder(
    IPassageIndex index,
    IDocumentStore documents,
    IPolicyEngine policies,
    SearchText searchText,
    SentenceSplitter sentences,
    IOptions<RetrievalStageOptions> options)
{
    public async Task<Retrieved> FindAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var (text, context) = searchText.For(request.Question, request.Context, request.Language);
        var query = new PassageQuery(text, context, request.Language, request.Domain, request.User.Scope, options.Value.Candidates);
        var found = await index.SearchAsync(query, cancellationToken).ConfigureAwait(false);
        var answerable = await documents.AnswerableAsync([.. found.Passages.Select(p => p.Passage.VersionId).Distinct()], request.User.Scope, cancellationToken).ConfigureAwait(false);

        var usable = new List<UsablePassage>();
        var trace = new List<PassageTrace>();
        var checksRun = new HashSet<string>(StringComparer.Ordinal);
        foreach (var hit in found.Passages.Where(p => answerable.Contains(p.Passage.VersionId)).Take(options.Value.Passages))
        {
            var verdict = await CheckAsync(hit.Passage, request, cancellationToken).ConfigureAwait(false);
            checksRun.UnionWith(verdict.ChecksRun);
            var withheld = Withheld(hit.Passage.Text, verdict);
            trace.Add(Trace(hit, verdict));
            if (withheld.Sum(s => s.Length) < hit.Passage.Text.Length)
            {
                usable.Add(new UsablePassage(hit.Passage, hit.Score, withheld));
            }
        }

        return new Retrieved(request.Question, request.Context, usable, found.Statistics, trace, [.. checksRun.Order(StringComparer.Ordinal)]);
    }

    private async ValueTask<PolicyVerdict> CheckAsync(Passage passage, SearchRequest request, CancellationToken cancellationToken)
    {
        var context = new PolicyContext(request.User, request.Question, request.Domain, request.Language, [passage], Preceding: "");
        return await policies.CheckAsync(new PolicyCheck(PolicyStage.Passage, passage.Text, context), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The whole sentences that findings touch: half a sentence of an injected instruction is still one.</summary>
    private List<TextSpan> Withheld(string text, PolicyVerdict verdict)
    {
        var findings = verdict.Findings.Where(f => f.Action >= PolicyAction.Redact).ToList();
        if (findings.Count == 0)
        {
            return [];
        }

        return findings.Any(f => f.Length <= 0 || f.Start < 0 || f.Start + f.Length > text.Length)
            ? [new TextSpan(0, text.Length)]
            : [.. sentences.Split(text).Where(s => findings.Any(f => f.Start < s.End && s.Start < f.Start + f.Length))];
    }

    private static PassageTrace Trace(RankedPassage hit, PolicyVerdict verdict) => new(
        hit.Passage.Id,
        hit.Passage.DocumentId,
        hit.Passage.VersionId,
        hit.Passage.VersionNumber,
        hit.Passage.DocumentTitle,
        hit.Passage.HeadingPath,
        hit.Passage.Page,
        hit.Passage.Start,
        hit.Passage.Text,
        hit.Score,
        [.. verdict.Findings.Where(f => f.Action >= PolicyAction.Redact).Select(f => f.RuleId).Distinct(StringComparer.Ordinal)]);
}

/// <param name="Context">The earlier questions that the question leans on; else null.</param>
internal sealed record SearchRequest(string Question, string? Context, string Language, string? Domain, AssistantUser User);
