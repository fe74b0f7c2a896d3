using Assistant.Core.Access;

namespace Assistant.Core.Domains;

/// <summary>A subject area that documents belong to and questions are routed by.</summary>
/// <param name="Id">Lower-case id, such as "hr".</param>
/// <param name="Name">What people call it, such as "Legal &amp; Compliance".</param>
/// <param name="Labels">Groups whose members may have questions routed to it; <see cref="AccessScope.Everyone"/> for all.</param>
public sealed record Domain(string Id, string Name, IReadOnlyList<string> Labels)
{
    public Domain(string id, string name)
        : this(id, name, [AccessScope.Everyone])
    {
    }
}

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

    /// <summary>The domains that a user with this scope may be routed to.</summary>
    public IReadOnlyList<Domain> UsableBy(AccessScope scope) => [.. All.Where(d => scope.Allows(d.Labels))];
}
