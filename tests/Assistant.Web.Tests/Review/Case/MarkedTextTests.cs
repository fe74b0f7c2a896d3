using Assistant.Core.Policies;
using Assistant.Web.Review.Case;
using Bunit;

namespace Assistant.Web.Tests.Review.Case;

public sealed class MarkedTextTests : BunitContext
{
    [Fact]
    public void Render_TextWithFindings_KeepsEveryCharacterAndNumbersTheMarks()
    {
        Finding[] findings = [Traces.Finding("phone", PolicyAction.Redact, 5, 7), Traces.Finding("tone", PolicyAction.Annotate, 0, 4)];

        var text = Render<MarkedText>(p => p.Add(t => t.Text, "Call  555 123\nnow <b>!").Add(t => t.Findings, findings));

        var marks = text.FindAll("mark");
        marks.Select(m => m.QuerySelector("sup")!.TextContent).ShouldBe(["2", "1"]);
        foreach (var number in text.FindAll("sup"))
        {
            number.Remove();
        }

        text.Find("p").TextContent.ShouldBe("Call  555 123\nnow <b>!");
    }

    [Fact]
    public void Render_TwoEqualFindings_NumbersEachOnItsOwn()
    {
        Finding[] findings = [Traces.Finding("a", PolicyAction.Redact, 0, 2), Traces.Finding("a", PolicyAction.Redact, 0, 2)];

        var text = Render<MarkedText>(p => p.Add(t => t.Text, "abc").Add(t => t.Findings, findings));

        text.Find("sup").TextContent.ShouldBe("1,2");
    }
}
