using Assistant.Core.Answers;
using Assistant.Core.Conversations;
using Assistant.Web.Chat.Rendering;

namespace Assistant.Web.Chat.Conversations;

/// <summary>Makes the view of a conversation for a page, which disposes it.</summary>
internal sealed class ConversationViews(IConversationStore store, IAnswerService answers, AnswerMarkdown markdown, TimeProvider time)
{
    public ConversationView Create() => new(store, answers, markdown, time);
}
