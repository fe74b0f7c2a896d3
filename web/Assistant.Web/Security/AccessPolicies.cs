using Assistant.Core.Access;

namespace Assistant.Web.Security;

/// <summary>Names of the authorization policies. Without one, an endpoint needs a signed-in user.</summary>
internal static class AccessPolicies
{
    /// <summary>Manages documents, users and settings.</summary>
    public const string Admin = "Admin";

    /// <summary>Sees flagged answers and their traces.</summary>
    public const string Review = "Review";

    /// <summary>Records what becomes of a flagged answer.</summary>
    public const string Decide = "Decide";

    private static readonly Dictionary<string, string[]> RolesByPolicy = new()
    {
        [Admin] = [Roles.Admin],
        [Review] = [Roles.Reviewer, Roles.Auditor],
        [Decide] = [Roles.Reviewer],
    };

    public static IEnumerable<string> All => RolesByPolicy.Keys;

    /// <summary>The roles of which a policy asks for one.</summary>
    /// <exception cref="KeyNotFoundException">There is no such policy.</exception>
    public static IReadOnlyList<string> RolesOf(string policy) => RolesByPolicy[policy];
}
