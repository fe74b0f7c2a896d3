using Assistant.Text.Sentences;
using Assistant.Web.Chat.Rendering;

namespace Assistant.Web.Chat.Conversations;

/// <summary>What a screen reader is told of a growing answer: whole sentences or lines, each once, in order.</summary>
internal sealed class SpokenProgress(AnswerMarkdown markdown, SentenceSplitter splitter)
{
    private int spoken;

    /// <summary>The words that became complete since the last call; empty when there are none.</summary>
    /// <param name="complete">True at the end: what is left is spoken too.</param>
    public string Next(string text, bool complete)
    {
        // A replaced text starts over.
        spoken = Math.Min(spoken, text.Length);
        var end = spoken;
        while (end < text.Length && splitter.NextUnit(text.AsSpan(end), complete) is > 0 and var length)
        {
            end += length;
        }

        var words = markdown.PlainText(text[spoken..end]);
        spoken = end;
        return words;
    }
}
