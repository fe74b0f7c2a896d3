using Assistant.Core.Access;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Assistant.Retrieval.Tests.Conformance;

/// <summary>Access: nothing outside a scope is found, and nothing outside it shows in what is found.</summary>
public abstract class AccessConformance : IndexSuite
{
    private static readonly string[] Words = ["leave", "annual", "hamburg", "contract", "salary", "notice", "laptop", "travel", "the", "of"];
    private static readonly string[][] LabelSets = [["everyone"], ["hr-team"], ["legal-team"], ["hr-team", "legal-team"], ["everyone", "hr-team"], [], ["Everyone"], ["every one"]];
    private static readonly string[][] Groups = [[], ["hr-team"], ["legal-team"], ["hr-team", "legal-team"], ["finance-team"]];

    private static readonly Gen<(string[] Labels, string[] Texts)> Documents =
        from labels in Gen.Elements(LabelSets)
        from texts in Gen.NonEmptyListOf(from words in Gen.NonEmptyListOf(Gen.Elements(Words)) select string.Join(' ', words))
        select (labels, texts.Take(3).ToArray());

    [Property(MaxTest = 25)]
    public Property SearchAsync_AnyScope_FindsReadablePassagesOnly() => Prop.ForAll(
        Arb.From(Gen.ListOf(Documents)), Arb.From(Gen.Elements(Groups)), Arb.From(Gen.Elements(Words)), (documents, groups, word) => CheckScopeAsync(documents, groups, word).GetAwaiter().GetResult());

    [Property(MaxTest = 25)]
    public Property SearchAsync_ForeignPassages_ChangeNeitherScoresNorStatistics() => Prop.ForAll(
        Arb.From(Gen.ListOf(Documents)), Arb.From(Gen.Elements(Groups)), (documents, groups) => CheckInvisibilityAsync(documents, groups).GetAwaiter().GetResult());

    [Fact]
    public async Task SearchAsync_ScopeOfNothing_FindsNothing()
    {
        var index = await NewIndexAsync();
        await index.AddAsync(Passages.Document("leave"));
        await index.AddAsync(Passages.Document(Guid.NewGuid(), [], "leave"));
        await index.AddAsync(Passages.Document(Guid.NewGuid(), [""], "leave"));

        var result = await index.SearchAsync(Passages.Query("leave") with { Scope = AccessScope.Nothing }, Cancel);

        result.Passages.ShouldBeEmpty();
        result.Statistics.PassageCount.ShouldBe(0);
        result.Statistics.DocumentFrequency.Values.ShouldAllBe(df => df == 0);
    }

    [Fact]
    public async Task SearchAsync_DocumentWithoutLabels_IsFoundByNobody()
    {
        var index = await NewIndexAsync();
        await index.AddAsync(Passages.Document(Guid.NewGuid(), [], "leave"));

        (await index.TextsAsync(Passages.Query("leave", "hr-team", "legal-team"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task SearchAsync_PassagesOfOneDocumentWithOtherLabels_AreHeldApart()
    {
        var index = await NewIndexAsync();
        var document = Passages.Document("leave for all", "leave for some");
        await index.AddAsync([document[0], document[1] with { Labels = ["hr-team"] }]);

        (await index.TextsAsync(Passages.Query("leave"))).ShouldBe(["leave for all"]);
        (await index.TextsAsync(Passages.Query("leave", "hr-team"))).Count.ShouldBe(2);
    }

    [Fact]
    public async Task ReplaceAsync_OtherLabels_TakeEffectAtOnce()
    {
        var index = await NewIndexAsync();
        var document = Passages.Document("leave");
        await index.AddAsync(document);

        await index.AddAsync([document[0] with { Labels = ["hr-team"] }]);

        (await index.TextsAsync(Passages.Query("leave"))).ShouldBeEmpty();
        (await index.TextsAsync(Passages.Query("leave", "hr-team"))).ShouldBe(["leave"]);
    }

    [Theory]
    [InlineData("hr-team\"]")]
    [InlineData("' OR 1=1 --")]
    [InlineData("%")]
    [InlineData("*")]
    [InlineData("HR-TEAM")]
    [InlineData("hr-team\0")]
    public async Task SearchAsync_HostileGroupName_OpensNothing(string group)
    {
        var index = await NewIndexAsync();
        await index.AddAsync(Passages.Document(Guid.NewGuid(), ["hr-team"], "leave"));

        (await index.TextsAsync(Passages.Query("leave", group))).ShouldBeEmpty();
    }

    private async Task CheckScopeAsync(IReadOnlyList<(string[] Labels, string[] Texts)> documents, string[] groups, string word)
    {
        var index = await NewIndexAsync();
        foreach (var (labels, texts) in documents)
        {
            await index.AddAsync(Passages.Document(Guid.NewGuid(), labels, texts));
        }

        var query = Passages.Query(word, groups);
        var result = await index.SearchAsync(query, Cancel);

        var readable = documents.Where(d => query.Scope.Allows(d.Labels)).SelectMany(d => d.Texts).ToList();
        var expected = word is "the" or "of" ? [] : readable.Where(t => t.Split(' ').Contains(word)).Order(StringComparer.Ordinal).ToList();
        result.Passages.Select(p => p.Passage.Text).Where(t => t.Split(' ').Contains(word)).Order(StringComparer.Ordinal).ShouldBe(expected);
        result.Passages.ShouldAllBe(p => query.Scope.Allows(p.Passage.Labels));
        result.Statistics.PassageCount.ShouldBe(readable.Count);
    }

    private async Task CheckInvisibilityAsync(IReadOnlyList<(string[] Labels, string[] Texts)> documents, string[] groups)
    {
        var query = Passages.Query("How much annual leave is in the contract of Hamburg?", groups) with { Context = "salary and notice", Domain = "hr" };
        var made = documents.Select(d => Passages.Document(Guid.NewGuid(), d.Labels, d.Texts)).ToList();
        var (mixed, own) = (await NewIndexAsync(), await NewIndexAsync());
        foreach (var document in made)
        {
            await mixed.AddAsync(document);
            if (query.Scope.Allows(document[0].Labels))
            {
                await own.AddAsync(document);
            }
        }

        var (seen, expected) = (await mixed.SearchAsync(query, Cancel), await own.SearchAsync(query, Cancel));

        seen.Passages.Select(p => (p.Passage.Id, p.Score)).ShouldBe(expected.Passages.Select(p => (p.Passage.Id, p.Score)));
        seen.Statistics.PassageCount.ShouldBe(expected.Statistics.PassageCount);
        seen.Statistics.DocumentFrequency.OrderBy(d => d.Key, StringComparer.Ordinal).ShouldBe(expected.Statistics.DocumentFrequency.OrderBy(d => d.Key, StringComparer.Ordinal));
    }
}
