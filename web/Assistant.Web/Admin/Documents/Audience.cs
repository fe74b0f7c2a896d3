using Assistant.Core.Access;

namespace Assistant.Web.Admin.Documents;

/// <summary>Who may read a document, as an administrator chooses it.</summary>
public enum Audience
{
    /// <summary>Not chosen yet: nothing is uploaded without a choice.</summary>
    Unset,
    Everyone,
    Groups,
    Nobody,
}

/// <summary>A choice of readers and the labels it stands for.</summary>
public sealed record AudienceChoice(Audience Audience, IReadOnlyList<string> Groups)
{
    public static AudienceChoice Unset { get; } = new(Audience.Unset, []);

    public IReadOnlyList<string> Labels => Audience switch
    {
        Audience.Everyone => [AccessScope.Everyone],
        Audience.Groups => Groups,
        _ => [],
    };

    /// <summary>What keeps the choice from being taken, in words for the administrator; null when nothing does.</summary>
    public string? Problem => Audience switch
    {
        Audience.Unset => "Choose who may read it.",
        Audience.Groups when Groups.Count == 0 => "Choose at least one group.",
        _ => null,
    };

    /// <summary>The choice that stands behind a document's labels.</summary>
    public static AudienceChoice Of(IReadOnlyList<string> labels) =>
        labels.Count == 0 ? new(Audience.Nobody, [])
        : labels.Contains(AccessScope.Everyone, StringComparer.Ordinal) ? new(Audience.Everyone, [])
        : new(Audience.Groups, labels);
}
