using Assistant.Text.Sentences;
using Assistant.Web.Chat.Conversations;
using Assistant.Web.Chat.Rendering;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Assistant.Web.Tests.Chat.Conversations;

public sealed class SpokenProgressTests
{
    private const string Answer = "You get thirty days [1]. Five may be carried over [2]. Ask your manager! Is that all? Yes.\nOne more line [1].";

    private static readonly AnswerMarkdown Markdown = new();

    [Fact]
    public void Next_HalfASentence_SaysNothingYet()
    {
        var spoken = new SpokenProgress(Markdown, new SentenceSplitter());

        spoken.Next("You get thirty", complete: false).ShouldBeEmpty();
        spoken.Next("You get thirty days [1]. Five may", complete: false).ShouldBe("You get thirty days .");
        spoken.Next("You get thirty days [1]. Five may be carried over", complete: true).ShouldBe("Five may be carried over");
    }

    [Fact]
    public void Next_SameTextTwice_IsSaidOnce()
    {
        var spoken = new SpokenProgress(Markdown, new SentenceSplitter());
        spoken.Next(Answer, complete: true);

        spoken.Next(Answer, complete: true).ShouldBeEmpty();
    }

    [Property]
    public Property Next_TextInAnyPieces_SaysEverySentenceOnceInOrder() => Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, Answer.Length)).ToArbitrary(), cuts =>
    {
        var spoken = new SpokenProgress(Markdown, new SentenceSplitter());
        var said = cuts.Order().Select(cut => spoken.Next(Answer[..cut], complete: false)).ToList();
        said.Add(spoken.Next(Answer, complete: true));

        string.Join(' ', said.Where(s => s.Length > 0)).ShouldBe(Markdown.PlainText(Answer));
    });
}
