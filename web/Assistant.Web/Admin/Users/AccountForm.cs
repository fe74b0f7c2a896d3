namespace Assistant.Web.Admin.Users;

/// <summary>What the invitation form asks for.</summary>
public sealed record InviteEntry(string Email, string Name, IReadOnlyList<string> Roles, IReadOnlyList<string> Groups);

/// <summary>Roles and groups as edited.</summary>
public sealed record MembershipEntry(IReadOnlyList<string> Roles, IReadOnlyList<string> Groups);

/// <summary>Why a form was not taken.</summary>
public sealed record FormProblem(AccountField Field, string Message);

/// <summary>The part of a form that a problem is shown at.</summary>
public enum AccountField
{
    Whole,
    Email,
    Name,
    Roles,
}
