using System.Globalization;
using System.Text;

namespace Assistant.Ingestion.Intake;

/// <summary>Names of uploaded files: made safe to store and show, and turned into titles and keys.</summary>
internal static class FileNames
{
    public const int MaxLength = 200;

    /// <summary>The last part of the name, without control characters; null when nothing of it is left.</summary>
    public static string? Clean(string fileName)
    {
        var name = fileName.Replace('\\', '/');
        name = name[(name.LastIndexOf('/') + 1)..];
        name = string.Concat(name.Where(c => !char.IsControl(c) && !IsFormat(c))).Trim();
        return name.Trim('.', ' ').Length == 0 || name.StartsWith('.') || name.Length > MaxLength ? null : name;
    }

    /// <summary>"leave-policy_v2.pdf" becomes "leave policy v2".</summary>
    public static string Title(string cleanName)
    {
        var words = Path.GetFileNameWithoutExtension(cleanName).Split([' ', '_', '-'], StringSplitOptions.RemoveEmptyEntries);
        var title = string.Join(' ', words);
        return title.Length == 0 ? cleanName : char.ToUpper(title[0], CultureInfo.InvariantCulture) + title[1..];
    }

    /// <summary>"hr", "Leave policy" becomes "hr/leave-policy".</summary>
    public static string Key(string domain, string title)
    {
        var slug = new StringBuilder();
        foreach (var c in title.Normalize(NormalizationForm.FormC).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return $"{domain}/{slug.ToString().Trim('-')}";
    }

    private static bool IsFormat(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Surrogate && !char.IsSurrogate(c);
}
