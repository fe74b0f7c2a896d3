using System.Numerics;
using Assistant.Policies.Detectors.PersonalData;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Assistant.Policies.Tests.Detectors.PersonalData;

public sealed class IbansTests
{
    private static readonly (string Country, int Length)[] Countries = [("DE", 22), ("GB", 22), ("ES", 24), ("NO", 15), ("MT", 31), ("FR", 27)];

    private static readonly Gen<string> Valid = Generate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly Gen<string> OfDigits = Generate("0123456789");

    [Property]
    public Property Find_ValidIban_IsFoundInAnyWriting() =>
        Prop.ForAll(Arb.From(Valid), Arb.From(Gen.Elements(true, false)), Arb.From(Gen.Elements(true, false)), (iban, spaced, lower) =>
        {
            var written = spaced ? string.Join(' ', iban.Chunk(4).Select(c => new string(c))) : iban;
            written = lower ? written.ToLowerInvariant() : written;
            var text = $"Account {written}.";

            var found = new Ibans().Find(text).ShouldHaveSingleItem();
            text.Substring(found.Start, found.Length).ShouldBe(written);
        });

    [Property]
    public Property IsIban_OneDigitChanged_IsNone() =>
        Prop.ForAll(Arb.From(OfDigits), Arb.From(Gen.Choose(4, 14)), Arb.From(Gen.Choose(1, 9)), (iban, at, by) =>
        {
            var changed = iban.ToCharArray();
            changed[at] = (char)('0' + ((changed[at] - '0' + by) % 10));
            Ibans.IsIban(new string(changed)).ShouldBeFalse();
        });

    [Theory]
    [InlineData("GB82 WEST 1234 5698 7654 33")]
    [InlineData("DE89 3704 0044 0532 0130 0")]
    [InlineData("XX89 3704 0044 0532 0130 00")]
    [InlineData("xDE89370400440532013000")]
    [InlineData("DE89370400440532013000X")]
    [InlineData("DE89  3704 0044 0532 0130 00")]
    public void Find_NoIban_IsLeftAlone(string text) => new Ibans().Find(text).ShouldBeEmpty();

    private static Gen<string> Generate(string characters) =>
        from country in Gen.Elements(Countries)
        from body in Gen.ArrayOf(Gen.Elements(characters.ToCharArray()), country.Length - 4)
        select WithCheckDigits(country.Country, new string(body));

    private static string WithCheckDigits(string country, string body)
    {
        var number = string.Concat((body + country + "00").Select(c => char.IsDigit(c) ? c.ToString() : (c - 'A' + 10).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var check = 98 - (int)(BigInteger.Parse(number, System.Globalization.CultureInfo.InvariantCulture) % 97);
        return $"{country}{check:00}{body}";
    }
}
