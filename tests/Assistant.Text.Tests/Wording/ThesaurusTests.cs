using Assistant.Text.Analysis;
using Assistant.Text.Wording;

namespace Assistant.Text.Tests.Wording;

public sealed class ThesaurusTests
{
    private static readonly TextAnalyzer Analyzer = new();
    private static readonly Thesaurus Thesaurus = new(Analyzer);

    [Theory]
    [InlineData("holiday", "leave", "en")]
    [InlineData("Gehalt", "Lohn", "de")]
    [InlineData("mudanza", "traslado", "es")]
    public void Synonyms_WordOfAGroup_StandForEachOther(string word, string other, string language)
    {
        Thesaurus.Synonyms(word, language)[Term(word, language)].ShouldContain(Term(other, language));
        Thesaurus.Synonyms(other, language)[Term(other, language)].ShouldContain(Term(word, language));
    }

    [Fact]
    public void Synonyms_PhraseInASentence_GivesThemToItsWords() =>
        Thesaurus.Synonyms("Do I need a sign off for this?", "en").Values.SelectMany(s => s).ShouldContain(Term("approval", "en"));

    [Fact]
    public void Synonyms_OfATerm_AreNeverTheTermItself() =>
        Thesaurus.Synonyms("holiday pay for sick leave", "en").ShouldAllBe(s => !s.Value.Contains(s.Key));

    [Theory]
    [InlineData("holiday", "fr")]
    [InlineData("zzz", "en")]
    [InlineData("", "en")]
    public void Synonyms_UnknownLanguageOrWord_AreNone(string text, string language) => Thesaurus.Synonyms(text, language).ShouldBeEmpty();

    [Theory]
    [InlineData("sister", "en", true)]
    [InlineData("motorbike", "en", false)]
    [InlineData("vielleicht", "de", true)]
    public void LightWords_EverydayWords_AreLight(string word, string language, bool expected) =>
        new LightWords(Analyzer).Contains(Term(word, language), language).ShouldBe(expected);

    private static string Term(string word, string language) => Analyzer.Analyze(word, language).Single(t => !t.IsVariant).Term;
}
