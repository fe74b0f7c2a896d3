using Assistant.Core.Documents;
using Assistant.Core.Retrieval;

namespace Assistant.Retrieval.Tests.Conformance;

/// <summary>Ranking: what is found, in which order, and what is told about it.</summary>
public abstract class RankingConformance : IndexSuite
{
    [Fact]
    public async Task SearchAsync_IndexedPassage_ComesBackWhole()
    {
        var index = await NewIndexAsync();
        var passage = new Passage(Guid.NewGuid(), Guid.NewGuid(), 3, "Leave “policy”", 7, ["Leave", "Carry-over 🏖"], "Country | Days", "Germany | 28\nSpain | 23", 1234, 5, "en", "hr", ["everyone", "hr-team"], Classification.Confidential);

        await index.ReplaceAsync(passage.DocumentId, [passage], Cancel);
        var found = (await index.SearchAsync(Passages.Query("Spain"), Cancel)).Passages.ShouldHaveSingleItem().Passage;

        found.ShouldBe(passage with { HeadingPath = found.HeadingPath, Labels = found.Labels });
        found.HeadingPath.ShouldBe(passage.HeadingPath);
        found.Labels.Order(StringComparer.Ordinal).ShouldBe(passage.Labels.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SearchAsync_EmptyIndex_FindsNothing()
    {
        var index = await NewIndexAsync();

        var result = await index.SearchAsync(Passages.Query("leave"), Cancel);

        result.Passages.ShouldBeEmpty();
        result.Statistics.PassageCount.ShouldBe(0);
    }

    [Fact]
    public async Task SearchAsync_BetterMatch_RanksFirst()
    {
        var index = await NewIndexAsync();
        await index.AddAsync(Passages.Document(
            "The canteen is open until two.",
            "Leave must be requested in time.",
            "Annual leave in Hamburg is thirty days.",
            "Hamburg is where the head office stands."));

        (await index.TextsAsync(Passages.Query("How much annual leave do I get in Hamburg?")))[0].ShouldBe("Annual leave in Hamburg is thirty days.");
    }

    [Fact]
    public async Task SearchAsync_WordsOfTitleHeadingsAndTableHeader_FindThePassage()
    {
        var index = await NewIndexAsync();
        var row = Passages.Document("Germany | 28")[0] with { DocumentTitle = "Travel expenses", HeadingPath = ["Allowances", "Meals"], TableHeader = "Country | Full day" };
        await index.AddAsync([row]);
        await index.AddAsync(Passages.Document("Germany is large."));

        foreach (var query in new[] { "expenses Germany", "meal allowance Germany", "full day Germany" })
        {
            (await index.TextsAsync(Passages.Query(query)))[0].ShouldBe(row.Text);
        }
    }

    [Fact]
    public async Task SearchAsync_Limit_ReturnsTheBestOnly()
    {
        var index = await NewIndexAsync();
        await index.AddAsync(Passages.Document("leave", "leave and more", "leave and more of other words", "nothing"));

        var all = await index.TextsAsync(Passages.Query("leave"));
        var two = await index.TextsAsync(Passages.Query("leave") with { Limit = 2 });

        all.Count.ShouldBe(3);
        two.ShouldBe(all.Take(2));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => index.SearchAsync(Passages.Query("leave") with { Limit = 0 }, Cancel));
    }

    [Fact]
    public async Task SearchAsync_Domain_DecidesBetweenEqualsOnly()
    {
        var index = await NewIndexAsync();
        var document = Passages.Document("The limit for hotels is 150.", "The limit for hotels is 150.", "The limit for hotels in Hamburg is 180, breakfast included.");
        await index.AddAsync([document[0], document[1] with { Domain = "finance" }, document[2]]);

        var ranked = (await index.SearchAsync(Passages.Query("hotel limit") with { Domain = "finance" }, Cancel)).Passages;
        var specific = (await index.SearchAsync(Passages.Query("hotel limit hamburg breakfast") with { Domain = "finance" }, Cancel)).Passages;

        ranked[0].Passage.Domain.ShouldBe("finance");
        specific[0].Passage.Ordinal.ShouldBe(2);
    }

    [Fact]
    public async Task SearchAsync_Context_HelpsButDoesNotOutrankTheQuestion()
    {
        var index = await NewIndexAsync();
        await index.AddAsync(Passages.Document(
            "Contractors may use the car park.",
            "Contractors have no annual leave.",
            "Annual leave in Hamburg: annual leave days, leave requests and leave carry-over."));

        var ranked = await index.TextsAsync(Passages.Query("and for contractors?") with { Context = "How many days of annual leave do I get in Hamburg?" });

        ranked[0].ShouldBe("Contractors have no annual leave.");
        ranked.Count.ShouldBe(3);
        ranked[2].ShouldStartWith("Annual leave in Hamburg");
    }

    [Fact]
    public async Task SearchAsync_QuestionOfFunctionWordsAlone_IsAnsweredFromItsContext()
    {
        var index = await NewIndexAsync();
        await index.AddAsync(Passages.Document("Parental leave lasts three years.", "The canteen is open."));

        (await index.TextsAsync(Passages.Query("and for how much?") with { Context = "Who gets parental leave?" })).ShouldBe(["Parental leave lasts three years."]);
    }

    [Fact]
    public async Task SearchAsync_Ties_AreOrderedByDocumentAndOrdinalHoweverIndexed()
    {
        var documents = Enumerable.Range(0, 4).Select(_ => Passages.Document("same words here", "same words here")).OrderBy(d => d[0].DocumentId).ToList();
        var (forward, backward) = (await NewIndexAsync(), await NewIndexAsync());
        foreach (var (first, last) in documents.Zip(documents.AsEnumerable().Reverse()))
        {
            await forward.AddAsync(first);
            await backward.AddAsync(last);
        }

        var query = Passages.Query("same words") with { Limit = 5 };
        var ranked = (await forward.SearchAsync(query, Cancel)).Passages;

        ranked.Select(p => (p.Passage.DocumentId, p.Passage.Ordinal)).ShouldBe(documents.SelectMany(d => d).Select(p => (p.DocumentId, p.Ordinal)).Take(5));
        (await backward.SearchAsync(query, Cancel)).Passages.Select(p => (p.Passage.Id, p.Score)).ShouldBe(ranked.Select(p => (p.Passage.Id, p.Score)));
    }

    [Fact]
    public async Task SearchAsync_Statistics_CountPassagesOfTheScopePerTerm()
    {
        var index = await NewIndexAsync();
        await index.AddAsync(Passages.Document("annual leave", "leave leave leave", "canteen"));
        await index.AddAsync(Passages.Document(Guid.NewGuid(), ["hr-team"], "annual leave of managers"));

        var open = (await index.SearchAsync(Passages.Query("annual leave sabbatical"), Cancel)).Statistics;
        var all = (await index.SearchAsync(Passages.Query("annual leave sabbatical", "hr-team"), Cancel)).Statistics;

        open.PassageCount.ShouldBe(3);
        open.DocumentFrequency.Values.Order().ShouldBe([0, 1, 2]);
        all.PassageCount.ShouldBe(4);
        all.DocumentFrequency.Values.Order().ShouldBe([0, 2, 3]);
    }

    [Fact]
    public async Task SearchAsync_CancelledRequest_IsCancelled()
    {
        var index = await NewIndexAsync();
        var document = Passages.Document("leave");
        var cancelled = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(() => index.SearchAsync(Passages.Query("leave"), cancelled));
        await Should.ThrowAsync<OperationCanceledException>(() => index.ReplaceAsync(document[0].DocumentId, document, cancelled));
        (await index.DocumentIdsAsync(Cancel)).ShouldBeEmpty();
    }
}
