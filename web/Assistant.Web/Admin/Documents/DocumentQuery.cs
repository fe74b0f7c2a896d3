namespace Assistant.Web.Admin.Documents;

/// <summary>What the documents table is narrowed to, and its order. Kept in the address, so that a view can be bookmarked.</summary>
/// <param name="Domain">A domain id, or null for all.</param>
/// <param name="Page">From 1.</param>
public sealed record DocumentQuery(
    string Search = "",
    DocumentFilter Filter = DocumentFilter.All,
    string? Domain = null,
    DocumentSort Sort = DocumentSort.Title,
    bool Descending = false,
    int Page = 1)
{
    public const int PageSize = 50;

    /// <summary>The page of documents that this query asks for. A page past the end is the last one.</summary>
    /// <param name="rows">In the order of their titles.</param>
    public DocumentPage Apply(IReadOnlyList<DocumentRow> rows)
    {
        var matching = rows.Where(Matches).ToList();
        var pages = Math.Max(1, (matching.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(Page, 1, pages);
        return new DocumentPage([.. Order(matching).Skip((page - 1) * PageSize).Take(PageSize)], matching.Count, page, pages);
    }

    /// <summary>The query after a click on a column: the other direction for the column it is ordered by, else its natural one.</summary>
    public DocumentQuery OrderedBy(DocumentSort sort) =>
        this with { Sort = sort, Descending = sort == Sort ? !Descending : sort == DocumentSort.Updated, Page = 1 };

    private bool Matches(DocumentRow row) =>
        (Domain is null || row.Document.Domain == Domain) && Filter.Includes(row) && row.Mentions(Search);

    private IEnumerable<DocumentRow> Order(IEnumerable<DocumentRow> rows) => Sort switch
    {
        DocumentSort.Domain => By(rows, r => r.DomainName),
        DocumentSort.Classification => By(rows, r => r.Document.Classification),
        DocumentSort.State => By(rows, r => r.Document.Latest.State),
        DocumentSort.Updated => By(rows, r => r.Document.Latest.UploadedAt),
        _ => Descending ? rows.Reverse() : rows,
    };

    // Stable: equal rows keep the order of their titles.
    private IOrderedEnumerable<DocumentRow> By<TKey>(IEnumerable<DocumentRow> rows, Func<DocumentRow, TKey> key) =>
        Descending ? rows.OrderByDescending(key) : rows.OrderBy(key);
}

/// <summary>One page of the table.</summary>
/// <param name="Total">Documents that match on all pages.</param>
public sealed record DocumentPage(IReadOnlyList<DocumentRow> Rows, int Total, int Page, int Pages)
{
    /// <summary>Position of the first row among all that match, from 1; 0 when there is none.</summary>
    public int First => Rows.Count == 0 ? 0 : ((Page - 1) * DocumentQuery.PageSize) + 1;

    public int Last => Rows.Count == 0 ? 0 : First + Rows.Count - 1;
}

public enum DocumentSort
{
    Title,
    Domain,
    Classification,
    State,
    Updated,
}
