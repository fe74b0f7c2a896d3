using Assistant.Core.Access;
using Assistant.Core.Documents;

namespace Assistant.Web.Admin;

/// <summary>What the pages call things.</summary>
internal static class Labels
{
    public static string OfGroup(string label) => label == AccessScope.Everyone ? "Everyone" : label;

    public static string OfRole(string role) => role switch
    {
        Roles.Employee => "Employee",
        Roles.Admin => "Admin",
        Roles.Reviewer => "Reviewer",
        Roles.Auditor => "Auditor",
        _ => role,
    };

    public static string OfState(DocumentState state) => state switch
    {
        DocumentState.Queued => "Waiting",
        DocumentState.Parsing => "Reading",
        DocumentState.Indexing => "Indexing",
        DocumentState.Ready => "Ready",
        DocumentState.Failed => "Failed",
        _ => state.ToString(),
    };

    /// <summary>"1 file", "1,200 files".</summary>
    public static string Count(int count, string singular, string? plural = null) =>
        FormattableString.Invariant($"{count:N0} {(count == 1 ? singular : plural ?? singular + "s")}");
}
