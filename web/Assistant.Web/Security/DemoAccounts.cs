using Assistant.Core.Access;

namespace Assistant.Web.Security;

/// <summary>The people of the sample organisation that Development offers to be. They have no passwords.</summary>
internal static class DemoAccounts
{
    public static IReadOnlyList<Invitation> All { get; } =
    [
        new("anna@halden.example", "Anna Lindqvist", [Roles.Employee], ["engineering"]),
        new("ben@halden.example", "Ben Carter", [Roles.Employee], ["hr-team", "managers"]),
        new("clara@halden.example", "Clara Weiss", [Roles.Employee, Roles.Admin], ["it-team"]),
        new("dario@halden.example", "Dario Ferri", [Roles.Employee, Roles.Reviewer], ["legal-team"]),
        new("elena@halden.example", "Elena Ruiz", [Roles.Employee, Roles.Auditor], ["finance-team"]),
    ];

    public static Invitation? Find(string? email) => All.FirstOrDefault(a => a.Email == email);
}
