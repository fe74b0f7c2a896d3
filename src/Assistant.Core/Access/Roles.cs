namespace Assistant.Core.Access;

/// <summary>The four roles. Roles grant actions; only groups (see <see cref="AccessScope"/>) grant content.</summary>
public static class Roles
{
    /// <summary>Asks questions.</summary>
    public const string Employee = "employee";

    /// <summary>Manages documents, users and settings.</summary>
    public const string Admin = "admin";

    /// <summary>Sees flagged answers with their full trace and records a disposition.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>Sees what a reviewer sees, and changes nothing.</summary>
    public const string Auditor = "auditor";

    public static IReadOnlyList<string> All { get; } = [Employee, Admin, Reviewer, Auditor];
}
