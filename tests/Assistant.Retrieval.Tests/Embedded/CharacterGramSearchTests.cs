using Assistant.Retrieval.Tests.Conformance;

namespace Assistant.Retrieval.Tests.Embedded;

public sealed class CharacterGramSearchTests
{
    [Theory]
    [InlineData("de", "Homeoffice Regelungen", "Regelung zum Home-Office")]
    [InlineData("de", "Frist der Kündigung", "Kündigungsfristen")]
    [InlineData("en", "calender synchronisation", "Calendars are synchronised.")]
    public async Task SearchAsync_WordsPartlyAlike_AreFoundAtTheirLowerWeight(string language, string query, string text)
    {
        await using var embedded = new EmbeddedIndex();
        var index = embedded.Index;
        await index.AddAsync([Passages.Document(text)[0] with { Language = language }]);
        await index.AddAsync([Passages.Document("Something else altogether.")[0] with { Language = language }]);

        (await index.TextsAsync(Passages.Query(query) with { Language = language })).ShouldBe([text]);
    }
}
