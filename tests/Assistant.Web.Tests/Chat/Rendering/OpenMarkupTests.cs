using Assistant.Web.Chat.Rendering;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Assistant.Web.Tests.Chat.Rendering;

public sealed class OpenMarkupTests
{
    private const string Answer = "You get **30 working days** a year [1], see `LEAVE-30`.\n\n- **Leeds:** 27 days\n- *Valencia:* `28`\n\n```\ncode ** here\n```\nDone **now**.";

    private static readonly AnswerMarkdown Markdown = new();

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("**bo", "**bo**")]
    [InlineData("**bold** and **mo", "**bold** and **mo**")]
    [InlineData("a `co", "a `co`")]
    [InlineData("now **", "now ")]
    [InlineData("```\na ** b", "```\na ** b")]
    [InlineData("**open\nnext line", "**open\nnext line")]
    public void Close_OpenMarks_AreClosed(string markdown, string expected) => OpenMarkup.Close(markdown).ShouldBe(expected);

    [Property]
    public Property Render_AnyPrefix_ShowsNoBareMarks() => Prop.ForAll(Gen.Choose(0, Answer.Length).ToArbitrary(), length =>
    {
        var prefix = Answer[..length];
        if (prefix.EndsWith('*') && !prefix.EndsWith("**", StringComparison.Ordinal))
        {
            // Half of a mark: the other half has not come yet.
            return;
        }

        var html = Markdown.Render(prefix, [], complete: false).Value.Replace("code ** here", "", StringComparison.Ordinal).Replace("code **", "", StringComparison.Ordinal);
        html.ShouldNotContain("**");
    });
}
