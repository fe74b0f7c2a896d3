using Assistant.Retrieval.Ranking;
using Assistant.Text.Analysis;
using FsCheck.Xunit;

namespace Assistant.Retrieval.Tests.Ranking;

public sealed class CharacterGramsTests
{
    private static readonly TextAnalyzer Analyzer = new();

    [Theory]
    [InlineData("urlaub", "_urla urlau rlaub laub_")]
    [InlineData("Urlaub, URLAUB", "_urla urlau rlaub laub_")]
    [InlineData("cat", "")]
    [InlineData("px-400 2025 q4", "")]
    public void Of_Terms_CutsThemWithTheirEdges(string text, string grams) => Grams(text, "xx").ShouldBe(grams.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Of_CompoundAndItsPart_ShareGrams() =>
        Grams("Kündigungsfristen", "de").Intersect(Grams("Kündigung", "de")).ShouldNotBeEmpty();

    [Property]
    public void Of_AnyText_GivesDistinctGramsWithoutWhiteSpace(string? text)
    {
        var grams = Grams(text ?? "", "en");

        grams.ShouldBeUnique();
        grams.ShouldAllBe(g => g.Length == 5 && !g.Any(char.IsWhiteSpace));
    }

    private static IReadOnlyList<string> Grams(string text, string language) => CharacterGrams.Of(text, Analyzer.Analyze(text, language), Analyzer);
}
