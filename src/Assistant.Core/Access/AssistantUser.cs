namespace Assistant.Core.Access;

/// <summary>The person a request is made for. Roles grant actions, the scope grants content.</summary>
public sealed record AssistantUser(Guid Id, string DisplayName, IReadOnlyList<string> Roles, AccessScope Scope)
{
    public bool IsIn(string role) => Roles.Contains(role, StringComparer.Ordinal);
}
