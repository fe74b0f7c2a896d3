using System.Globalization;
using Assistant.Policies.Detectors.Groundedness.Facts;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Assistant.Policies.Tests.Detectors.Groundedness;

public sealed class NumberParserTests
{
    private static readonly (string Language, string Group, string Decimal)[] Formats = [("en", ",", "."), ("de", ".", ","), ("es", ".", ","), ("de", "'", ","), ("en", "", ".")];

    [Property]
    public Property Parse_AnyFormatOfANumber_GivesItsValue()
    {
        var numbers = from whole in Gen.Choose(0, 999_999_999) from cents in Gen.Choose(0, 99) select (whole, cents);
        return Prop.ForAll(Arb.From(numbers), Arb.From(Gen.Elements(Formats)), (number, format) =>
        {
            var value = number.whole + (number.cents / 100m);
            var info = new NumberFormatInfo { NumberGroupSeparator = format.Group, NumberDecimalSeparator = format.Decimal };

            NumberParser.Parse(value.ToString("N2", info), format.Language).ShouldBe([value]);
            NumberParser.Parse(number.whole.ToString("N0", info), format.Language).ShouldBe([number.whole]);
        });
    }

    [Theory]
    [InlineData("1.500", "en", "1.5")]
    [InlineData("1.500", "de", "1500")]
    [InlineData("1,500", "en", "1500")]
    [InlineData("1,500", "es", "1.5")]
    [InlineData("0,500", "en", "0.5")]
    [InlineData("1.234.567", "en", "1234567")]
    [InlineData("28.50", "de", "28.5")]
    public void Parse_OneSeparator_FollowsTheLanguage(string text, string language, string value) =>
        NumberParser.Parse(text, language).ShouldBe([decimal.Parse(value, CultureInfo.InvariantCulture)]);

    [Fact]
    public void Parse_AmbiguousWithoutALanguage_GivesBothValues() => NumberParser.Parse("1.500", null).ShouldBe([1500m, 1.5m]);

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("1.50,00,1")]
    [InlineData("12345678901234567890")]
    public void Parse_NoNumber_GivesNone(string text) => NumberParser.Parse(text, "en").ShouldBeEmpty();
}
