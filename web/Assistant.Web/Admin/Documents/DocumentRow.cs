using Assistant.Core.Documents;

namespace Assistant.Web.Admin.Documents;

/// <summary>A document as the table shows, searches and orders it.</summary>
public sealed class DocumentRow(DocumentSummary document, string domainName)
{
    private readonly string haystack =
        LooseSearch.Haystack([document.Title, document.Key, domainName, .. document.Labels, .. document.Versions.Select(v => v.FileName)]);

    public DocumentSummary Document => document;

    public string DomainName => domainName;

    /// <summary>Set when the newest version does not answer (yet), and an older one does meanwhile.</summary>
    public DocumentVersion? AnsweringMeanwhile => document.Current is { } current && current.Id != document.Latest.Id ? current : null;

    /// <summary>True when every word stands in the title, the key, the domain, a group or a file name, whatever its case and accents.</summary>
    public bool Mentions(string search) => LooseSearch.Matches(haystack, search);
}
