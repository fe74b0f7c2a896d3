namespace Assistant.Storage.Identity;

/// <summary>The names of groups, which users hold and documents carry as labels.</summary>
internal static class GroupNames
{
    /// <summary>Trimmed, each once, without empty ones. Case matters: access is compared letter by letter.</summary>
    public static IEnumerable<string> Normalize(IEnumerable<string> names) =>
        names.Select(n => n.Trim()).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal);
}
