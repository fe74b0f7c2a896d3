using System.Diagnostics.CodeAnalysis;
using Assistant.Core.Access;

namespace Assistant.Web.Admin;

/// <summary>Names of groups as people type them, brought into the form they are stored in: "HR Team" becomes "hr-team".</summary>
internal static class GroupName
{
    public const int MaxLength = 64;

    /// <summary>False when no letter or digit is left, the name is too long, or it is the label that everybody holds anyway.</summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out string? name)
    {
        var words = (typed ?? "").Trim().ToLowerInvariant()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        name = string.Join('-', words).Trim('-');
        if (name.Length is 0 or > MaxLength || name == AccessScope.Everyone || !name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            name = null;
        }

        return name is not null;
    }
}
