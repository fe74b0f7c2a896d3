namespace Assistant.Core.Documents;

/// <summary>A document and its versions, newest first.</summary>
/// <param name="Key">Stable name that versions share, such as "hr/leave-policy".</param>
/// <param name="Labels">Groups that may read it; <see cref="Access.AccessScope.Everyone"/> for all; empty for nobody.</param>
/// <param name="Language">ISO 639-1 code, or null until it has been detected.</param>
public sealed record DocumentSummary(
    Guid Id,
    string Key,
    string Title,
    string Domain,
    string? Language,
    IReadOnlyList<string> Labels,
    Classification Classification,
    IReadOnlyList<DocumentVersion> Versions)
{
    /// <summary>The version that answers are drawn from; null while none is ready.</summary>
    public DocumentVersion? Current => Versions.FirstOrDefault(v => v.IsCurrent);

    /// <summary>The newest version, whatever its state.</summary>
    public DocumentVersion Latest => Versions[0];
}
