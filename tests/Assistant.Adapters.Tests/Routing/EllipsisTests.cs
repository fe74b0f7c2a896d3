using Assistant.Adapters.Routing;
using Assistant.Text.Analysis;

namespace Assistant.Adapters.Tests.Routing;

public sealed class EllipsisTests
{
    private readonly Ellipsis ellipsis = new(new TextAnalyzer());

    [Theory]
    [InlineData("and for contractors?")]
    [InlineData("What about the office in Madrid?")]
    [InlineData("how long does it take")]
    [InlineData("Since when?")]
    [InlineData("Und für Werkstudenten?")]
    [InlineData("Was ist mit Teilzeit?")]
    [InlineData("Wer genehmigt das, und wie lange gilt dieser?")]
    [InlineData("¿Y en verano?")]
    [InlineData("¿Qué pasa con los becarios?")]
    [InlineData("")]
    public void IsIn_QuestionThatLeansOnAnother_True(string question) => ellipsis.IsIn(question).ShouldBeTrue();

    [Theory]
    [InlineData("How do I connect to the guest wireless network?")]
    [InlineData("Wie lange ist die Kündigungsfrist im ersten Jahr?")]
    [InlineData("¿Cuántos días de vacaciones tengo al año?")]
    [InlineData("And how many days of annual leave does somebody who works part time get per year?")]
    public void IsIn_QuestionThatStandsAlone_False(string question) => ellipsis.IsIn(question).ShouldBeFalse();
}
