namespace Assistant.Web.Security;

/// <summary>Whether a change to an account was made.</summary>
internal abstract record AccountResult
{
    private AccountResult()
    {
    }

    /// <param name="LinkPath">Path and query of the one-time link that sets the password; null where none was asked for.</param>
    public sealed record Done(Guid UserId, string? LinkPath = null) : AccountResult;

    /// <param name="Field">The member of <see cref="Invitation"/> that is wrong, or "" for the whole.</param>
    /// <param name="Message">For the administrator: what is wrong and what to do.</param>
    public sealed record Refused(string Field, string Message) : AccountResult;
}

/// <summary>An account to be made; its owner sets the password with a one-time link.</summary>
internal sealed record Invitation(string Email, string DisplayName, IReadOnlyCollection<string> Roles, IReadOnlyCollection<string> Groups);
