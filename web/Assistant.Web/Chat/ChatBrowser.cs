using Assistant.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Assistant.Web.Chat;

/// <summary>What the chat page asks of the browser: composer, scrolling, source panel.</summary>
internal sealed class ChatBrowser(IJSRuntime runtime) : BrowserModule(runtime, "js/chat.js")
{
    public ValueTask AttachAsync(ElementReference thread, ElementReference composer) => CallAsync("attach", thread, composer);

    /// <summary>Empties the composer after its question was taken.</summary>
    public ValueTask ClearComposerAsync(ElementReference composer) => CallAsync("clearComposer", composer);

    /// <summary>Shows the draft that belongs to the address now shown, and takes the focus where no touch keyboard opens.</summary>
    public ValueTask EnterAsync(ElementReference composer) => CallAsync("enter", composer);

    public ValueTask ScrollToEndAsync(ElementReference thread) => CallAsync("scrollToEnd", thread);

    /// <summary>Opens a panel beside the page, or over it where there is no room, and puts the focus on its heading.</summary>
    public ValueTask OpenPanelAsync(ElementReference panel) => CallAsync("openPanel", panel);

    public ValueTask ClosePanelAsync(ElementReference panel) => CallAsync("closePanel", panel);

    /// <summary>Scrolls the cited passage into view and marks its chip.</summary>
    public ValueTask RevealPassageAsync(ElementReference panel, string messageId, int number) => CallAsync("revealPassage", panel, messageId, number);
}
