using Assistant.Core.Access;
using Assistant.Core.Documents;
using Assistant.Core.Retrieval;

namespace Assistant.Retrieval.Tests.Conformance;

/// <summary>Makes passages and queries for tests.</summary>
internal static class Passages
{
    /// <summary>A document that everyone may read, of one passage per text.</summary>
    public static IReadOnlyList<Passage> Document(params string[] texts) => Document(Guid.NewGuid(), [AccessScope.Everyone], texts);

    public static IReadOnlyList<Passage> Document(Guid id, IReadOnlyList<string> labels, params string[] texts)
    {
        var version = Guid.NewGuid();
        return [.. texts.Select((text, i) => Passage(id, version, i, text, labels))];
    }

    public static Passage Passage(Guid document, Guid version, int ordinal, string text, IReadOnlyList<string> labels) => new(
        document,
        version,
        VersionNumber: 1,
        DocumentTitle: "",
        ordinal,
        HeadingPath: [],
        TableHeader: null,
        text,
        Start: 0,
        Page: null,
        Language: "en",
        Domain: "hr",
        labels,
        Classification.Internal);

    public static PassageQuery Query(string text, params string[] groups) =>
        new(text, Context: null, Language: "en", Domain: null, AccessScope.ForGroups(groups), Limit: 100);

    public static Task AddAsync(this IPassageIndex index, IReadOnlyList<Passage> document) =>
        index.ReplaceAsync(document[0].DocumentId, document, TestContext.Current.CancellationToken);

    public static async Task<IReadOnlyList<string>> TextsAsync(this IPassageIndex index, PassageQuery query) =>
        [.. (await index.SearchAsync(query, TestContext.Current.CancellationToken)).Passages.Select(p => p.Passage.Text)];
}
