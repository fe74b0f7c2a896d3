namespace Assistant.Core.Domains;

/// <summary>A subject area that documents belong to and questions are routed by.</summary>
/// <param name="Id">Lower-case id, such as "hr".</param>
/// <param name="Name">What people call it, such as "Legal &amp; Compliance".</param>
public sealed record Domain(string Id, string Name);

/// <summary>The configured domains.</summary>
public sealed class DomainCatalog(IReadOnlyList<Domain> domains)
{
    /// <summary>The domains that are shipped: HR, IT, Legal &amp; Compliance, Finance, Engineering.</summary>
    public static DomainCatalog Default { get; } = new(
    [
        new("hr", "HR"),
        new("it", "IT"),
        new("legal", "Legal & Compliance"),
        new("finance", "Finance"),
        new("engineering", "Engineering"),
    ]);

    public IReadOnlyList<Domain> All { get; } = domains;

    public Domain? Find(string id) => All.FirstOrDefault(d => d.Id == id);
}
