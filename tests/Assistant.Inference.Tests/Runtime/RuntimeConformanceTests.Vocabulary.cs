using Assistant.TestKit.Models;

namespace Assistant.Inference.Tests.Runtime;

public abstract partial class RuntimeConformanceTests
{
    [Theory]
    [InlineData("the leave policy", false)]
    [InlineData("Größe: 12 €, naïve — 日本語 🙂\n\tnext line", false)]
    [InlineData("the leave policy", true)]
    [InlineData("Größe: 12 €, naïve — 日本語 🙂\n\tnext line", true)]
    public void Tokenize_AnyText_RoundTripsThroughThePieces(string text, bool bytePairs)
    {
        var vocabulary = Load(bytePairs ? files.Write(new TinyModelOptions { Vocabulary = Vocabularies.Bpe() }) : files.Base).Vocabulary;

        var tokens = vocabulary.Tokenize(text, addSpecial: false, parseSpecial: false);

        tokens.ShouldAllBe(t => t >= 0 && t < vocabulary.Size);
        // SentencePiece begins a text with a space.
        Join(vocabulary, tokens).ShouldBe(bytePairs ? text : " " + text);
    }

    [Fact]
    public void Tokenize_AnEmptyText_GivesOnlyWhatTheModelAdds()
    {
        var vocabulary = Load(files.Base).Vocabulary;

        vocabulary.Tokenize("", addSpecial: false, parseSpecial: false).ShouldBeEmpty();
        vocabulary.Tokenize("", addSpecial: true, parseSpecial: false).ShouldBe([vocabulary.BeginOfSequence]);
    }

    [Fact]
    public void Tokenize_WithSpecialTokens_PutsThemWhereTheModelWantsThem()
    {
        var spm = Load(files.Base).Vocabulary;
        var bert = Load(files.Write(Encoder(ModelKind.BertReranker))).Vocabulary;

        spm.Adds.ShouldBe((true, false, false));
        spm.Tokenize("the", addSpecial: true, parseSpecial: false)[0].ShouldBe(spm.BeginOfSequence);
        spm.Separator.ShouldBe(-1);
        bert.Adds.ShouldBe((true, false, true));
        var tokens = bert.Tokenize("the policy", addSpecial: true, parseSpecial: false);
        (tokens[0], tokens[^1]).ShouldBe((bert.BeginOfSequence, bert.Separator));
    }

    [Fact]
    public void Tokenize_AControlTokenInTheText_IsReadOnlyWhereAllowed()
    {
        var vocabulary = Load(files.Base).Vocabulary;

        vocabulary.Tokenize("<|im_end|>", addSpecial: false, parseSpecial: true).ShouldContain(vocabulary.EndOfSequence);
        var plain = vocabulary.Tokenize("<|im_end|>", addSpecial: false, parseSpecial: false);
        plain.ShouldNotContain(vocabulary.EndOfSequence);
        Join(vocabulary, plain).ShouldBe(" <|im_end|>");
    }

    [Fact]
    public void Piece_OfAControlToken_IsEmptyUnlessAskedFor()
    {
        var vocabulary = Load(files.Base).Vocabulary;

        Join(vocabulary, [vocabulary.EndOfSequence]).ShouldBe("");
        Join(vocabulary, [vocabulary.EndOfSequence], special: true).ShouldBe("<|im_end|>");
    }

    [Fact]
    public void Piece_IntoAShortBuffer_GivesTheSizeNeededAsANegative()
    {
        var vocabulary = Load(files.Base).Vocabulary;
        var token = vocabulary.Tokenize("policy", addSpecial: false, parseSpecial: false)[0];

        vocabulary.Piece(token, new byte[2], special: false).ShouldBe(-" policy".Length);
    }

    [Fact]
    public void EndsGeneration_OfTokens_IsTrueForTheEndOnly()
    {
        var vocabulary = Load(files.Base).Vocabulary;

        vocabulary.EndsGeneration(vocabulary.EndOfSequence).ShouldBeTrue();
        Text(20).ShouldAllBe(t => !vocabulary.EndsGeneration(t));
    }
}
