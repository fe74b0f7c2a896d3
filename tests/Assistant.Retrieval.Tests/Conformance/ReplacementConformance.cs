using Assistant.Core.Retrieval;

namespace Assistant.Retrieval.Tests.Conformance;

/// <summary>Replacing and removing documents, also while others read.</summary>
public abstract class ReplacementConformance : IndexSuite
{
    [Fact]
    public async Task ReplaceAsync_NewVersion_TakesThePlaceOfTheOld()
    {
        var index = await NewIndexAsync();
        var id = Guid.NewGuid();
        await index.AddAsync(Passages.Document(id, ["everyone"], "leave is 28 days", "leave must be requested"));
        await index.AddAsync(Passages.Document("leave of another document"));

        await index.AddAsync(Passages.Document(id, ["everyone"], "leave is 30 days"));

        (await index.TextsAsync(Passages.Query("leave"))).Order(StringComparer.Ordinal).ShouldBe(["leave is 30 days", "leave of another document"]);
        (await index.SearchAsync(Passages.Query("requested"), Cancel)).Statistics.DocumentFrequency.Values.ShouldBe([0]);
    }

    [Fact]
    public async Task ReplaceAsync_NoPassages_RemovesTheDocument()
    {
        var index = await NewIndexAsync();
        var (gone, kept) = (Passages.Document("leave"), Passages.Document("leave"));
        await index.AddAsync(gone);
        await index.AddAsync(kept);

        await index.ReplaceAsync(gone[0].DocumentId, [], Cancel);
        await index.ReplaceAsync(Guid.NewGuid(), [], Cancel);

        (await index.DocumentIdsAsync(Cancel)).ShouldBe([kept[0].DocumentId]);
        (await index.SearchAsync(Passages.Query("leave"), Cancel)).Passages.ShouldHaveSingleItem().Passage.DocumentId.ShouldBe(kept[0].DocumentId);
    }

    [Fact]
    public async Task ReplaceAsync_TheSameTwice_ChangesNothing()
    {
        var index = await NewIndexAsync();
        var document = Passages.Document("annual leave", "leave");
        await index.AddAsync(document);
        var before = (await index.SearchAsync(Passages.Query("annual leave"), Cancel)).Passages.Select(p => (p.Passage.Id, p.Score)).ToList();

        await index.AddAsync(document);

        (await index.SearchAsync(Passages.Query("annual leave"), Cancel)).Passages.Select(p => (p.Passage.Id, p.Score)).ShouldBe(before);
    }

    [Fact]
    public async Task ReplaceAsync_PassageOfAnotherDocument_IsRefusedAndChangesNothing()
    {
        var index = await NewIndexAsync();
        var document = Passages.Document("leave");
        await index.AddAsync(document);

        await Should.ThrowAsync<ArgumentException>(() => index.ReplaceAsync(document[0].DocumentId, [document[0], .. Passages.Document("leave")], Cancel));

        (await index.TextsAsync(Passages.Query("leave"))).ShouldBe(["leave"]);
    }

    [Fact]
    public async Task DocumentIdsAsync_AfterChanges_ListsDocumentsWithPassages()
    {
        var index = await NewIndexAsync();
        (await index.DocumentIdsAsync(Cancel)).ShouldBeEmpty();
        var documents = Enumerable.Range(0, 3).Select(i => Passages.Document("one", "two")).ToList();
        foreach (var document in documents)
        {
            await index.AddAsync(document);
        }

        (await index.DocumentIdsAsync(Cancel)).Order().ShouldBe(documents.Select(d => d[0].DocumentId).Order());
    }

    [Fact]
    public async Task SearchAsync_WhileADocumentIsReplaced_SeesOneVersionWhole()
    {
        const int size = 20;
        var index = await NewIndexAsync();
        var id = Guid.NewGuid();
        var versions = Enumerable.Range(0, 2).Select(v => Passages.Document(id, ["everyone"], [.. Enumerable.Range(0, size).Select(i => $"leave rule {i} of version {v}")])).ToList();
        await index.AddAsync(versions[0]);
        using var done = new CancellationTokenSource();

        var writer = Task.Run(
            async () =>
            {
                for (var i = 1; i <= 20; i++)
                {
                    await index.AddAsync(versions[i % 2]);
                }

                await done.CancelAsync();
            },
            Cancel);
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(
            async () =>
            {
                var seen = new List<SearchResult>();
                while (!done.IsCancellationRequested || seen.Count == 0)
                {
                    seen.Add(await index.SearchAsync(Passages.Query("leave"), Cancel));
                }

                return seen;
            },
            Cancel)).ToList();
        await writer;
        var results = (await Task.WhenAll(readers)).SelectMany(r => r).ToList();

        results.ShouldAllBe(r => r.Passages.Count == size && r.Statistics.PassageCount == size);
        results.ShouldAllBe(r => r.Passages.Select(p => p.Passage.VersionId).Distinct().Count() == 1);
    }

    [Fact]
    public async Task ReplaceAsync_ManyWritersAtOnce_AllArrive()
    {
        var index = await NewIndexAsync();
        var documents = Enumerable.Range(0, 16).Select(i => Passages.Document($"leave number {i}")).ToList();

        await Task.WhenAll(documents.Select(d => Task.Run(() => index.AddAsync(d), Cancel)));

        (await index.TextsAsync(Passages.Query("leave"))).Count.ShouldBe(16);
    }
}
