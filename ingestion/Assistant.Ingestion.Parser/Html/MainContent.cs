using AngleSharp.Dom;

namespace Assistant.Ingestion.Parser.Html;

/// <summary>Finds the part of a page that it is about, and what in it is not meant to be read.</summary>
internal static class MainContent
{
    private static readonly HashSet<string> NeverText = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "svg", "math", "canvas", "iframe", "object", "embed", "audio", "video",
        "head", "nav", "button", "select", "option", "textarea", "input", "datalist", "dialog",
    };

    private static readonly HashSet<string> HiddenStyles = new(StringComparer.Ordinal)
    {
        "display:none", "visibility:hidden", "font-size:0", "font-size:0px", "font-size:1px", "opacity:0",
    };

    /// <summary>The main element if the page has exactly one, else its only article, else its body.</summary>
    public static IElement? Of(IDocument document) =>
        Only(document.QuerySelectorAll("main, [role=main]")) ?? Only(document.QuerySelectorAll("article")) ?? document.Body;

    /// <summary>Scripts, controls, navigation, the page's own header and footer, and whatever is hidden.</summary>
    public static bool IsLeftOut(IElement element) =>
        NeverText.Contains(element.LocalName)
        || element.HasAttribute("hidden")
        || string.Equals(element.GetAttribute("aria-hidden"), "true", StringComparison.OrdinalIgnoreCase)
        || element.GetAttribute("role") is "navigation" or "search" or "banner" or "contentinfo"
        || (element.LocalName == "footer" && element.ParentElement?.LocalName == "body")
        || IsHiddenByStyle(element.GetAttribute("style"));

    private static IElement? Only(IHtmlCollection<IElement> elements) => elements.Length == 1 ? elements[0] : null;

    private static bool IsHiddenByStyle(string? style) =>
        style is not null
        && style.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal).Split(';').Any(HiddenStyles.Contains);
}
