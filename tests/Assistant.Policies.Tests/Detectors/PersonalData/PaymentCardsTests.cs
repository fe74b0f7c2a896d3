using Assistant.Policies.Detectors.PersonalData;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Assistant.Policies.Tests.Detectors.PersonalData;

public sealed class PaymentCardsTests
{
    private static readonly (string Prefix, int Length)[] Issuers = [("4", 16), ("51", 16), ("2221", 16), ("34", 15), ("6011", 16), ("36", 14), ("3528", 16), ("62", 17), ("6759", 16)];

    private static readonly Gen<string> Cards =
        from issuer in Gen.Elements(Issuers)
        from digits in Gen.ArrayOf(Gen.Choose(0, 9), issuer.Length - issuer.Prefix.Length - 1)
        select WithCheckDigit(issuer.Prefix + string.Concat(digits));

    [Property]
    public Property IsCard_ValidCard_IsFoundInAnyGrouping() =>
        Prop.ForAll(Arb.From(Cards), Arb.From(Gen.Elements("", " ", "-")), (card, separator) =>
        {
            var written = string.Join(separator, card.Chunk(4).Select(c => new string(c)));
            var text = $"Paid with {written}, as agreed on 3 May.";

            var found = new PaymentCards().Find(text).ShouldHaveSingleItem();
            text.Substring(found.Start, found.Length).ShouldBe(written);
        });

    [Property]
    public Property IsCard_OneDigitChanged_IsNoCard() =>
        Prop.ForAll(Arb.From(Cards), Arb.From(Gen.Choose(0, 13)), Arb.From(Gen.Choose(1, 9)), (card, at, by) =>
        {
            var changed = card.ToCharArray();
            changed[at] = (char)('0' + ((changed[at] - '0' + by) % 10));
            PaymentCards.IsCard(new string(changed)).ShouldBeFalse();
        });

    [Theory]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("378282246310005")]
    [InlineData("5555-5555-5555-4444")]
    [InlineData("number 12 4111 1111 1111 1111")]
    public void Find_KnownTestNumber_IsFound(string text) => new PaymentCards().Find(text).ShouldHaveSingleItem();

    [Theory]
    [InlineData("4111 1111 1111 1112")]
    [InlineData("Order 1234567890123456 of 2026-03-31")]
    [InlineData("INV4111111111111111")]
    [InlineData("4111  1111  1111  1111")]
    [InlineData("0000 0000 0000 0000")]
    [InlineData("Call +49 40 66969 330 or +44 113 496 0345.")]
    public void Find_NoCard_IsLeftAlone(string text) => new PaymentCards().Find(text).ShouldBeEmpty();

    private static string WithCheckDigit(string digits) =>
        Enumerable.Range(0, 10).Select(d => digits + (char)('0' + d)).Single(PaymentCards.PassesLuhn);
}
