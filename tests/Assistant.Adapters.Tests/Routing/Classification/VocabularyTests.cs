using Assistant.Adapters.Routing.Classification;
using Assistant.Text.Analysis;
using FsCheck;
using FsCheck.Xunit;

namespace Assistant.Adapters.Tests.Routing.Classification;

public sealed class VocabularyTests
{
    private static readonly TextAnalyzer Analyzer = new();

    private static readonly Vocabulary Known = new([TextFeatures.Of("reset the password", Analyzer), TextFeatures.Of("book the flight", Analyzer)]);

    [Theory]
    [InlineData("reset the password", 0, 0)]
    [InlineData("zzz qqq", 1, 1)]
    [InlineData("", 1, 1)]
    [InlineData("reset the wifi", 0.01, 0.99)]
    public void Vectorize_Text_TellsHowMuchIsUnknown(string text, float least, float most) =>
        Known.Vectorize(TextFeatures.Of(text, Analyzer)).UnknownShare.ShouldBeInRange(least, most);

    [Fact]
    public void Vectorize_Inflection_SharesFeaturesWithItsStem()
    {
        var vector = Known.Vectorize(TextFeatures.Of("passwords", Analyzer));

        vector.Indices.ShouldNotBeEmpty();
        vector.UnknownShare.ShouldBeLessThan(1);
    }

    [Fact]
    public void Vectorize_CaseAndDiacritics_DoNotMatter() =>
        Known.Vectorize(TextFeatures.Of("RÉSET the Pássword", Analyzer)).UnknownShare.ShouldBe(0);

    [Property]
    public void Vectorize_AnyText_IsAtMostOfFixedLength(NonNull<string> text)
    {
        var vector = Known.Vectorize(TextFeatures.Of(text.Get, Analyzer));

        vector.Indices.ShouldBeUnique();
        vector.Indices.ShouldAllBe(i => i >= 0 && i < Known.Size);
        vector.Values.ShouldAllBe(v => float.IsFinite(v) && v > 0);
        vector.Values.Sum(v => v * v).ShouldBeLessThan(1.5f);
        vector.UnknownShare.ShouldBeInRange(0, 1.0001f);
    }

    [Fact]
    public void Of_VeryLongText_ReadsItsBeginning()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"word{i} "));

        TextFeatures.Of(text, Analyzer).Words.Count.ShouldBe(TextFeatures.Of(text[..2_000], Analyzer).Words.Count);
    }
}
