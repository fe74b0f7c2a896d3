using Assistant.Core.Documents;
using Microsoft.AspNetCore.Http.Extensions;

namespace Assistant.Web.Admin.Documents.Uploads;

/// <summary>What uploaded files become: new documents with these properties, or a version of one that is there.</summary>
/// <param name="Key">Key of the document that a version is added to; null for documents of their own.</param>
/// <param name="Title">Its title; null to take it from the file.</param>
public sealed record UploadTarget(string Domain, IReadOnlyList<string> Labels, Classification Classification, string? Key = null, string? Title = null)
{
    /// <summary>The next version of a document, with the properties that it has.</summary>
    public static UploadTarget NextVersionOf(DocumentSummary document) =>
        new(document.Domain, document.Labels, document.Classification, document.Key, document.Title);

    /// <summary>Path and query that a file is posted to.</summary>
    public string AddressFor(string fileName)
    {
        var query = new QueryBuilder
        {
            { "fileName", fileName },
            { "domain", Domain },
            { "group", Labels },
            { "classification", Classification.ToString().ToLowerInvariant() },
        };
        if (Key is not null)
        {
            query.Add("key", Key);
        }

        if (Title is not null)
        {
            query.Add("title", Title);
        }

        return "/api/documents" + query.ToQueryString();
    }
}
