using Assistant.Web.Admin.Documents;

namespace Assistant.Web.Tests.Admin.Documents;

public sealed class AudienceChoiceTests
{
    [Fact]
    public void Problem_NothingChosen_AsksForAChoice()
    {
        AudienceChoice.Unset.Problem.ShouldNotBeNull();
        AudienceChoice.Unset.Labels.ShouldBeEmpty();
    }

    [Fact]
    public void Problem_GroupsWithoutAGroup_AsksForOne() =>
        new AudienceChoice(Audience.Groups, []).Problem.ShouldNotBeNull();

    [Fact]
    public void Labels_Everyone_IgnoresGroupsLeftOver() =>
        new AudienceChoice(Audience.Everyone, ["hr-team"]).Labels.ShouldBe(["everyone"]);

    [Fact]
    public void Labels_Nobody_IsEmptyAndNoProblem()
    {
        var nobody = new AudienceChoice(Audience.Nobody, ["hr-team"]);

        nobody.Labels.ShouldBeEmpty();
        nobody.Problem.ShouldBeNull();
    }

    [Theory]
    [InlineData(Audience.Nobody)]
    [InlineData(Audience.Everyone, "everyone")]
    [InlineData(Audience.Groups, "hr-team", "managers")]
    public void Of_Labels_IsTheChoiceBehindThem(Audience audience, params string[] labels)
    {
        var choice = AudienceChoice.Of(labels);

        choice.Audience.ShouldBe(audience);
        choice.Labels.ShouldBe(labels);
    }
}
