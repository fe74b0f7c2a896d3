using Assistant.Web.Chat.Rendering;

namespace Assistant.Web.Chat.Conversations;

/// <summary>What a screen reader is told of a growing answer: whole sentences or lines, each once, in order.</summary>
internal sealed class SpokenProgress(AnswerMarkdown markdown)
{
    private int spoken;

    /// <summary>The words that became complete since the last call; empty when there are none.</summary>
    /// <param name="complete">True at the end: what is left is spoken too.</param>
    public string Next(string text, bool complete)
    {
        // A regenerated or replaced text starts over.
        spoken = Math.Min(spoken, text.Length);
        var end = complete ? text.Length : LastBoundary(text);
        if (end <= spoken)
        {
            return "";
        }

        var words = markdown.PlainText(text[spoken..end]);
        spoken = end;
        return words;
    }

    private static int LastBoundary(string text)
    {
        for (var at = text.Length; at > 0; at--)
        {
            var before = text[at - 1];
            var ends = before is '\n' or '。' or '！' or '？' || (before is '.' or '!' or '?' or ']' or '…' && at < text.Length && char.IsWhiteSpace(text[at]));
            if (ends)
            {
                return at;
            }
        }

        return 0;
    }
}
