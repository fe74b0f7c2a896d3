using Assistant.Core.Access;

namespace Assistant.Web.Admin.Users;

/// <summary>Administrators cannot lock themselves out; another one has to do it.</summary>
internal static class SelfProtection
{
    /// <summary>Why the actor may not give an account these roles; null when they may.</summary>
    public static string? OfRoles(Guid actorId, Guid userId, IReadOnlyCollection<string> roles) =>
        actorId == userId && !roles.Contains(Roles.Admin)
            ? "You cannot take the admin role from yourself. Ask another administrator."
            : null;

    /// <summary>Why the actor may not disable or enable an account; null when they may.</summary>
    public static string? OfDisabling(Guid actorId, Guid userId, bool disabled) =>
        actorId == userId && disabled
            ? "You cannot disable your own account. Ask another administrator."
            : null;
}
