using Assistant.Core.Audit;

namespace Assistant.Web.Review.Queue;

/// <summary>Where a case stands in the list it was opened from.</summary>
/// <param name="Position">From 1; 0 when it is not in the list (decided meanwhile, or opened by address).</param>
internal sealed record CaseNeighbours(Guid? Previous, Guid? Next, int Position, int Count)
{
    public static CaseNeighbours Of(IReadOnlyList<ReviewCase> cases, Guid id)
    {
        var at = -1;
        for (var i = 0; i < cases.Count && at < 0; i++)
        {
            at = cases[i].Id == id ? i : -1;
        }

        // A case that left the list still has something behind it: the list begins there.
        return at < 0
            ? new(null, cases.Count > 0 ? cases[0].Id : null, 0, cases.Count)
            : new(at > 0 ? cases[at - 1].Id : null, at + 1 < cases.Count ? cases[at + 1].Id : null, at + 1, cases.Count);
    }
}
