using Assistant.Core.Documents;
using Assistant.Web.Admin.Documents;

namespace Assistant.Web.Tests.Admin.Documents;

/// <summary>Documents for the tests of the documents page.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

    public static DocumentVersion Version(
        int number = 1,
        DocumentState state = DocumentState.Ready,
        bool current = true,
        string fileName = "file.md",
        DateTimeOffset? uploadedAt = null) =>
        new(Guid.NewGuid(), Guid.NewGuid(), number, fileName, new string('a', 64), 2_048, state, state == DocumentState.Failed ? "The file is damaged." : null, 3, current, uploadedAt ?? Morning, "Clara Weiss");

    public static DocumentSummary Document(
        string title,
        string domain = "hr",
        Classification classification = Classification.Internal,
        IReadOnlyList<string>? labels = null,
        params DocumentVersion[] versions) =>
        new(Guid.NewGuid(), $"{domain}/{title.ToLowerInvariant().Replace(' ', '-')}", title, domain, "en", labels ?? ["everyone"], classification, versions.Length == 0 ? [Version()] : versions);

    public static DocumentRow Row(
        string title,
        string domain = "hr",
        Classification classification = Classification.Internal,
        IReadOnlyList<string>? labels = null,
        params DocumentVersion[] versions) =>
        new(Document(title, domain, classification, labels, versions), domain.ToUpperInvariant());
}
