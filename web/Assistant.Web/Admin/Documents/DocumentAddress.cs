namespace Assistant.Web.Admin.Documents;

/// <summary>The table's query as it stands in the address; what does not stand there, or is not understood, is the default.</summary>
internal static class DocumentAddress
{
    public const string Path = "/admin/documents";

    public static DocumentQuery Parse(string? search, string? state, string? domain, string? sort, bool? descending, int? page) => new(
        search ?? "",
        Enum.TryParse<DocumentFilter>(state, ignoreCase: true, out var filter) && Enum.IsDefined(filter) ? filter : DocumentFilter.All,
        string.IsNullOrEmpty(domain) ? null : domain,
        Enum.TryParse<DocumentSort>(sort, ignoreCase: true, out var by) && Enum.IsDefined(by) ? by : DocumentSort.Title,
        descending ?? false,
        Math.Max(1, page ?? 1));

    /// <summary>Path and query; defaults are left out.</summary>
    public static string Of(DocumentQuery query)
    {
        var fallback = new DocumentQuery();
        var parts = new (string Name, string? Value)[]
        {
            ("q", query.Search.Length > 0 ? query.Search : null),
            ("state", query.Filter == fallback.Filter ? null : query.Filter.ToString().ToLowerInvariant()),
            ("domain", query.Domain),
            ("sort", query.Sort == fallback.Sort ? null : query.Sort.ToString().ToLowerInvariant()),
            ("desc", query.Descending ? "true" : null),
            ("page", query.Page > 1 ? query.Page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null),
        };
        return Path + QueryString.Create(parts.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value)));
    }
}
