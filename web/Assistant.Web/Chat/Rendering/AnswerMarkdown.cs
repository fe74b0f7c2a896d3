using System.Text;
using Assistant.Core.Answers;
using Ganss.Xss;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Chat.Rendering;

/// <summary>
/// Answers as HTML that is safe to show. Raw HTML is text, images are their description (loading one would tell its
/// server that the answer was read), links go to web and mail addresses only, and a sanitizer has the last word.
/// </summary>
internal sealed class AnswerMarkdown
{
    private const int HeadingLevel = 3;

    private static readonly string[] Tags =
    [
        "p", "br", "hr", "strong", "em", "code", "pre", "blockquote", "ul", "ol", "li", "h3", "a",
        "table", "thead", "tbody", "tr", "th", "td", "div", "button",
    ];

    private static readonly string[] Attributes =
        ["href", "rel", "target", "class", "type", "start", "data-cite", "data-tip", "aria-label", "role", "tabindex"];

    private readonly MarkdownPipeline pipeline = BuildPipeline();
    private readonly HtmlSanitizer sanitizer = BuildSanitizer();

    /// <param name="complete">False while text is still arriving.</param>
    public MarkupString Render(string markdown, IReadOnlyList<Citation> citations, bool complete)
    {
        var document = Parse(complete ? markdown : OpenMarkup.Close(markdown));
        Tame(document);

        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        pipeline.Setup(renderer);
        renderer.ObjectRenderers.Insert(0, new CitationMarkerRenderer(citations));
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new ScrollingTableRenderer());
        renderer.Render(document);
        return new MarkupString(sanitizer.Sanitize(writer.ToString()));
    }

    /// <summary>The words alone, without marks and markers: what a screen reader announces.</summary>
    public string PlainText(string markdown)
    {
        var document = Parse(markdown);
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer) { EnableHtmlForBlock = false, EnableHtmlForInline = false, EnableHtmlEscape = false };
        pipeline.Setup(renderer);
        renderer.ObjectRenderers.Insert(0, new SilentMarkerRenderer());
        renderer.Render(document);
        return string.Join(' ', writer.ToString().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Half a surrogate pair, which a cut through an emoji leaves, is one that URLs cannot be written with.</summary>
    private MarkdownDocument Parse(string markdown) =>
        Markdown.Parse(markdown.Any(char.IsSurrogate) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(markdown)) : markdown, pipeline);

    private static void Tame(MarkdownDocument document)
    {
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            // The question above an answer is a heading of level 2.
            heading.Level = HeadingLevel;
        }

        foreach (var image in document.Descendants<LinkInline>().Where(l => l.IsImage).ToList())
        {
            image.ReplaceBy(new ContainerInline(), copyChildren: true);
        }
    }

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks();
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new CitationMarkerParser());
        return builder.Build();
    }

    private static HtmlSanitizer BuildSanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = Tags.ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = Attributes.ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href"], StringComparer.OrdinalIgnoreCase),
        });
        sanitizer.PostProcessNode += (_, change) =>
        {
            if (change.Node is AngleSharp.Html.Dom.IHtmlAnchorElement link)
            {
                link.SetAttribute("rel", "noopener noreferrer nofollow");
                link.SetAttribute("target", "_blank");
            }
        };
        return sanitizer;
    }
}
