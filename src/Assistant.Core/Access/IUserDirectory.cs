namespace Assistant.Core.Access;

/// <summary>Who exists, and which groups they hold now. Asked per command, so that a change takes effect at once.</summary>
public interface IUserDirectory
{
    /// <summary>The user as of now; null when unknown or disabled.</summary>
    Task<AssistantUser?> FindAsync(Guid userId, CancellationToken cancellationToken);

    /// <summary>All users by name, for administration.</summary>
    Task<IReadOnlyList<UserSummary>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Every group that a user or a document carries, without <see cref="AccessScope.Everyone"/>, in order.</summary>
    Task<IReadOnlyList<string>> ListGroupsAsync(CancellationToken cancellationToken);

    /// <summary>Replaces a user's groups. False when there is no such user.</summary>
    Task<bool> SetGroupsAsync(Guid userId, IReadOnlyCollection<string> groups, CancellationToken cancellationToken);
}

public sealed record UserSummary(Guid Id, string DisplayName, string Email, IReadOnlyList<string> Roles, IReadOnlyList<string> Groups, bool Disabled);
