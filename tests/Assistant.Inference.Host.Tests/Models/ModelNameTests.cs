using System.Globalization;
using Assistant.Inference.Generation;
using Assistant.Inference.Host.Models;
using FsCheck;
using FsCheck.Xunit;

namespace Assistant.Inference.Host.Tests.Models;

public sealed class ModelNameTests
{
    private const string Own = "tiny";

    [Theory]
    [InlineData("base")]
    [InlineData(Own)]
    public void Read_OfTheBaseModel_ChoosesNoAdapter(string name)
    {
        ModelName.Read(name, Own, out var adapters).ShouldBeNull();

        adapters.ShouldBeEmpty();
    }

    [Fact]
    public void Read_OfAComposedName_ChoosesEachWithItsScale()
    {
        ModelName.Read("hr@3*0.5+style@1+tone@2*-1", Own, out var adapters).ShouldBeNull();

        adapters.ShouldBe([new("hr@3", 0.5f), new("style@1"), new("tone@2", -1)]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("hr@3+")]
    [InlineData("+hr@3")]
    [InlineData("hr@3*")]
    [InlineData("hr@3*much")]
    [InlineData("hr@3*1e400")]
    [InlineData("hr@3*NaN")]
    [InlineData("hr@3*1*2")]
    [InlineData("*2")]
    [InlineData("hr@3+hr@3")]
    [InlineData("a+b+c+d+e+f+g+h+i")]
    public void Read_OfAWrongName_NamesTheFieldAndChoosesNone(string? name)
    {
        ModelName.Read(name, Own, out var adapters)!.Param.ShouldBe("model");

        adapters.ShouldBeEmpty();
    }

    [Property]
    public bool Read_OfAnyText_NeverThrows(string? name) => ModelName.Read(name, Own, out _) is null or { Status: 400 };

    [Property]
    public bool Read_OfWrittenChoices_GivesThemBack(NormalFloat[] scales)
    {
        List<AdapterChoice> choices = [.. scales.Take(8).Select((s, i) => new AdapterChoice($"a@{i}", (float)Math.Round(Math.Clamp((double)s, -1000, 1000), 3)))];
        var name = string.Join('+', choices.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Name}*{c.Scale:0.0000}")));
        return choices.Count == 0 || (ModelName.Read(name, Own, out var adapters) is null && adapters.SequenceEqual(choices));
    }
}
