using System.Text;
using Assistant.Storage.Database;

namespace Assistant.Storage.Conversations;

/// <summary>
/// Text as searches compare it. It is stored beside the original, because SQLite folds the case of ASCII letters only
/// and the collation of a PostgreSQL database is not ours to choose.
/// </summary>
internal static class SearchKey
{
    /// <summary>Compatibility form; upper case before lower case joins letters with two lower-case forms, such as σ and ς.</summary>
    public static string Of(string text) => StorableText.Clean(text).Normalize(NormalizationForm.FormKC).ToUpperInvariant().ToLowerInvariant();
}
