namespace Assistant.Core.Access;

/// <summary>
/// What one user may read: the labels (groups) they hold. A document is readable when it carries at
/// least one of them. A document without labels is readable by nobody, and a scope without labels reads nothing.
/// </summary>
public sealed class AccessScope
{
    /// <summary>The label that every signed-in user holds.</summary>
    public const string Everyone = "everyone";

    /// <summary>Reads nothing. What an anonymous or disabled user holds.</summary>
    public static AccessScope Nothing { get; } = new([]);

    private readonly HashSet<string> labels;

    private AccessScope(IEnumerable<string> labels) => this.labels = new(labels, StringComparer.Ordinal);

    /// <summary>The labels held, in ordinal order.</summary>
    public IReadOnlyList<string> Labels => [.. labels.Order(StringComparer.Ordinal)];

    /// <summary>The scope of a signed-in user: <see cref="Everyone"/> and the user's groups.</summary>
    public static AccessScope ForGroups(IEnumerable<string> groups) => new(groups.Append(Everyone));

    /// <summary>True when at least one of a document's labels is held.</summary>
    public bool Allows(IEnumerable<string> documentLabels) => documentLabels.Any(labels.Contains);
}
