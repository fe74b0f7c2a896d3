using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Assistant.Web.Chat.Rendering;

/// <summary>A table that scrolls by itself when the page is narrower, by keyboard too.</summary>
internal sealed class ScrollingTableRenderer : HtmlObjectRenderer<Table>
{
    private readonly HtmlTableRenderer inner = new();

    protected override void Write(HtmlRenderer renderer, Table obj)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"table-wrap\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">");
        inner.Write(renderer, obj);
        renderer.Write("</div>");
    }
}

/// <summary>Leaves citation markers out.</summary>
internal sealed class SilentMarkerRenderer : HtmlObjectRenderer<CitationMarker>
{
    protected override void Write(HtmlRenderer renderer, CitationMarker obj)
    {
        // Read aloud, "[3]" in the middle of a sentence only disturbs; the sources follow the answer.
    }
}
