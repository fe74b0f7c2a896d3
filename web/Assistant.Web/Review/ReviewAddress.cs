using System.Globalization;
using Assistant.Core.Audit;

namespace Assistant.Web.Review;

/// <summary>Addresses of the review pages. A case keeps the list that it was opened from.</summary>
internal static class ReviewAddress
{
    public static ReviewFilter ParseFilter(string? show) =>
        Enum.TryParse<ReviewFilter>(show, ignoreCase: true, out var filter) && Enum.IsDefined(filter) ? filter : ReviewFilter.Open;

    public static string OfQueue(ReviewFilter filter, int page = 1) => "/review" + QueryOf(filter, page);

    public static string OfCase(Guid caseId, ReviewFilter filter) => $"/review/{caseId}" + QueryOf(filter, 1);

    private static QueryString QueryOf(ReviewFilter filter, int page)
    {
        var query = QueryString.Empty;
        if (filter != ReviewFilter.Open)
        {
            query = query.Add("show", filter.ToString().ToLowerInvariant());
        }

        return page > 1 ? query.Add("page", page.ToString(CultureInfo.InvariantCulture)) : query;
    }
}
