using Assistant.Storage.Conversations;
using FsCheck.Xunit;

namespace Assistant.Storage.Tests.Conversations;

public sealed class ConversationTitleTests
{
    [Property]
    public void From_AnyQuestion_IsAShortLineThatBeginsLikeIt(string? text)
    {
        var question = string.Concat(Enumerable.Repeat(text ?? "", 5));

        var title = ConversationTitle.From(question);

        title.Length.ShouldBeLessThanOrEqualTo(ConversationTitle.MaxLength);
        title.ShouldNotContain('\n');
        string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldStartWith(title.TrimEnd('…').TrimEnd(), Case.Sensitive);
    }

    [Fact]
    public void From_LongQuestion_IsCutBetweenWords() =>
        ConversationTitle.From("How many days of annual leave do I get in Hamburg when I start in the middle of the year?")
            .ShouldBe("How many days of annual leave do I get in Hamburg when I start in the middle of…");

    [Fact]
    public void From_OneLongWord_IsCutBetweenCharacters() =>
        ConversationTitle.From(new string('x', 78) + "😀😀😀").ShouldBe(new string('x', 78) + "…");
}
