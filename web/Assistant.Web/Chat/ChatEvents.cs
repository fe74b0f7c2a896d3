using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Chat;

/// <summary>A citation chip was activated. The number comes from the browser: look it up among the answer's citations.</summary>
public sealed class CitationEventArgs : EventArgs
{
    public int Number { get; set; }
}

/// <summary>The composer was sent.</summary>
public sealed class AskEventArgs : EventArgs
{
    public string Text { get; set; } = "";
}

/// <summary>Makes @oncitation and @onask known to Razor; wwwroot/Assistant.Web.lib.module.js registers them in the browser.</summary>
[EventHandler("oncitation", typeof(CitationEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
[EventHandler("onask", typeof(AskEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;
