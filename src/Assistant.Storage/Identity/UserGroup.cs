namespace Assistant.Storage.Identity;

/// <summary>A user's membership of a group.</summary>
internal sealed class UserGroup
{
    public Guid UserId { get; init; }

    public required string GroupName { get; init; }
}
