using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Assistant.Core.Answers;
using Assistant.Web.Chat.Rendering;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Assistant.Web.Tests.Chat.Rendering;

public sealed class AnswerMarkdownTests
{
    private static readonly AnswerMarkdown Markdown = new();
    private static readonly IReadOnlyList<Citation> Two = [Samples.Citation(1), Samples.Citation(2, title: "A & B \"quoted\"")];

    // Pieces that open, close and nest what a renderer or a sanitizer could get wrong.
    private static readonly string[] Pieces =
    [
        "<script>", "</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "[a](javascript:alert(1))", "![a](https://evil.example/x)",
        "[b](data:text/html,x)", "<https://ok.example>", "<javascript:alert(1)>", "[1]", "[2]: https://evil.example", "[9]", "**", "*", "`", "```", "\n", "\n\n",
        "# ", "- ", "> ", "| a | b |\n|---|---|\n| 1 | [1] |", "text ", "&lt;b&gt;", "\\", "{.c onclick=x}", "[c]", "[c]: javascript:x", "\"", "'", "<", ">", "\u0000", "\ud83d", "é", "http://ok.example/<b>",
    ];

    [Fact]
    public void Render_CitationMarker_IsAButtonWithItsSource()
    {
        var chip = Parse("Thirty days [1].").QuerySelector("button.cite").ShouldNotBeNull();

        chip.TextContent.ShouldBe("1");
        chip.GetAttribute("data-cite").ShouldBe("1");
        chip.GetAttribute("data-tip").ShouldBe("Leave Policy, Annual leave, page 3");
        chip.GetAttribute("aria-label").ShouldBe("Source 1: Leave Policy, Annual leave, page 3");
    }

    [Fact]
    public void Render_TitleWithMarkup_IsText() =>
        Parse("See [2].").QuerySelector("button")!.GetAttribute("data-tip").ShouldBe("A & B \"quoted\", Annual leave, page 3");

    [Theory]
    [InlineData("An unknown marker [7] stays.", "[7]")]
    [InlineData("Not a marker: [1234].", "[1234]")]
    [InlineData("Not a marker: [1a] [].", "[1a] []")]
    public void Render_MarkerWithoutCitation_StaysText(string markdown, string expected)
    {
        var document = Parse(markdown);

        document.QuerySelectorAll("button").ShouldBeEmpty();
        document.Body!.TextContent.ShouldContain(expected);
    }

    [Fact]
    public void Render_MarkerInCode_StaysText() => Parse("`a[1]`").QuerySelectorAll("button").ShouldBeEmpty();

    [Fact]
    public void Render_ReferenceDefinitionForAMarker_CapturesNothing()
    {
        var document = Parse("Thirty days [1].\n\n[1]: https://evil.example");

        document.QuerySelectorAll("button.cite").Length.ShouldBeGreaterThan(0);
        document.QuerySelectorAll("a[href*=evil]").Select(a => a.TextContent).ShouldAllBe(t => t.Contains("evil.example"));
    }

    [Fact]
    public void Render_Image_IsItsDescription()
    {
        var document = Parse("Look: ![a chart](https://evil.example/track.png)");

        document.QuerySelectorAll("img").ShouldBeEmpty();
        document.Body!.InnerHtml.ShouldNotContain("evil.example");
        document.Body.TextContent.ShouldContain("a chart");
    }

    [Fact]
    public void Render_WebLink_OpensElsewhereWithoutReferrer()
    {
        var link = Parse("[portal](https://example.com/leave)").QuerySelector("a").ShouldNotBeNull();

        link.GetAttribute("href").ShouldBe("https://example.com/leave");
        link.GetAttribute("rel").ShouldBe("noopener noreferrer nofollow");
        link.GetAttribute("target").ShouldBe("_blank");
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:msgbox)")]
    [InlineData("[x](file:///etc/passwd)")]
    public void Render_LinkWithAnotherScheme_LosesItsTarget(string markdown) => Parse(markdown).QuerySelectorAll("a[href]").ShouldBeEmpty();

    [Fact]
    public void Render_RawHtml_IsText() => Parse("<b onclick=x>bold</b>").Body!.TextContent.ShouldContain("<b onclick=x>bold</b>");

    [Fact]
    public void Render_Headings_StandBelowTheQuestion()
    {
        var document = Parse("# One\n\n### Three");

        document.QuerySelectorAll("h3").Select(h => h.TextContent).ShouldBe(["One", "Three"]);
        document.QuerySelectorAll("h1").ShouldBeEmpty();
    }

    [Fact]
    public void Render_Table_ScrollsByItself()
    {
        var wrap = Parse("| Site | Days |\n|---|---|\n| Hamburg | 30 [1] |").QuerySelector("div.table-wrap").ShouldNotBeNull();

        wrap.GetAttribute("tabindex").ShouldBe("0");
        wrap.QuerySelectorAll("td button.cite").Length.ShouldBe(1);
    }

    [Fact]
    public void Render_HalfAnEmojiInALink_IsReplaced() => Parse("[a](https://ok.example/\ud83d)").QuerySelector("a")!.GetAttribute("href").ShouldBe("https://ok.example/%EF%BF%BD");

    [Property(MaxTest = 300)]
    public Property Render_AnyText_HasOnlyHarmlessElements() => Prop.ForAll(Gen.ArrayOf(Gen.Elements(Pieces)).ToArbitrary(), pieces =>
    {
        foreach (var complete in new[] { true, false })
        {
            var document = Parse(string.Concat(pieces), complete);
            foreach (var element in document.Body!.Descendants<IElement>())
            {
                element.LocalName.ShouldBeOneOf("p", "br", "hr", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "h3", "a", "table", "thead", "tbody", "tr", "th", "td", "div", "button");
                element.Attributes.ShouldAllBe(a => !a.Name.StartsWith("on") && a.Name != "style" && a.Name != "src" && a.Name != "id");
                (element.GetAttribute("href") ?? "https:").ShouldMatch("^(https?|mailto):");
                if (element.LocalName == "button")
                {
                    element.GetAttribute("data-cite").ShouldBeOneOf("1", "2");
                }
            }
        }
    });

    [Fact]
    public void PlainText_OfMarkdown_HasNeitherMarksNorMarkers() =>
        Markdown.PlainText("**Thirty** days [1] & `code` [there](https://example.com).\n\n- one\n- two").ShouldBe("Thirty days & code there. one two");

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(string markdown, bool complete = true) =>
        new HtmlParser().ParseDocument(Markdown.Render(markdown, Two, complete).Value);
}
