using System.Runtime.CompilerServices;
using System.Text;
using AngleSharp.Dom;
using Assistant.Ingestion.Parser.Reading;

namespace Assistant.Ingestion.Parser.Html;

/// <summary>Walks the elements of a page and turns them into blocks.</summary>
/// <param name="baseLevel">Depth of the heading that the content stands below.</param>
/// <param name="sectionHeading">Makes a heading of a line that is one in all but name; null for any other.</param>
internal sealed class HtmlWalker(TextBuilder text, int baseLevel, Func<string, string?>? sectionHeading = null)
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "body", "center", "details", "div", "fieldset", "figure", "footer", "form",
        "header", "hgroup", "hr", "legend", "li", "main", "p", "section", "summary", "td", "th", "tr", "tbody", "thead", "tfoot",
    };

    private readonly StringBuilder inline = new();

    /// <summary>What goes in front of the next list item: its number, such as "2. ", or the term that it describes.</summary>
    private string marker = "";
    private bool inItem;

    public void WriteContent(IElement? element)
    {
        if (element is not null)
        {
            WalkChildren(element);
            Flush();
        }
    }

    private void WalkChildren(INode parent)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        for (var node = parent.FirstChild; node is not null; node = node.NextSibling)
        {
            if (node is IText words)
            {
                // Line breaks in the source are blanks; only <br> breaks a line.
                inline.Append(words.Data.Replace('\n', ' ').Replace('\r', ' '));
            }
            else if (node is IElement element && !MainContent.IsLeftOut(element))
            {
                Walk(element);
            }
        }
    }

    private void Walk(IElement element)
    {
        switch (element.LocalName)
        {
            case "br":
                inline.Append('\n');
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Flush();
                WriteHeading(element);
                break;
            case "pre":
                Flush();
                text.Code(element.TextContent);
                break;
            case "table":
                Flush();
                WriteTable(element);
                break;
            case "ul" or "ol" or "menu":
                WriteList(element);
                break;
            case "dl":
                Flush();
                WriteDefinitions(element);
                break;
            case "caption":
                // Written with its table.
                break;
            case "figcaption":
                Flush();
                text.Note(ElementText.Of(element));
                break;
            default:
                WalkOther(element);
                break;
        }
    }

    private void WalkOther(IElement element)
    {
        var isBlock = Blocks.Contains(element.LocalName);
        if (isBlock)
        {
            Flush();
        }

        WalkChildren(element);
        if (isBlock)
        {
            Flush();
        }
    }

    private void WriteHeading(IElement heading)
    {
        text.Heading(ElementText.Of(heading), baseLevel + (heading.LocalName[1] - '0'));
    }

    private void WriteList(IElement list)
    {
        Flush();
        var number = int.TryParse(list.GetAttribute("start"), out var start) ? start : 1;
        var (outerItem, outerMarker) = (inItem, marker);
        foreach (var child in list.Children.Where(c => !MainContent.IsLeftOut(c)))
        {
            if (child.LocalName == "li")
            {
                inItem = true;
                marker = list.LocalName == "ol" ? $"{number++}. " : "";
                WalkChildren(child);
                Flush();
                (inItem, marker) = (outerItem, "");
            }
            else
            {
                Walk(child);
            }
        }

        (inItem, marker) = (outerItem, outerMarker);
    }

    private void WriteDefinitions(IElement list)
    {
        // Terms and descriptions may be grouped by div elements.
        var children = list.Children.SelectMany(c => c.LocalName == "div" ? c.Children : Enumerable.Repeat(c, 1));
        foreach (var child in children.Where(c => !MainContent.IsLeftOut(c)))
        {
            if (child.LocalName == "dt")
            {
                text.ListItem(marker);
                marker = ElementText.Of(child);
                continue;
            }

            marker += marker.Length > 0 ? ": " : "";
            inItem = true;
            WalkChildren(child);
            Flush();
            inItem = false;
        }

        text.ListItem(marker);
        marker = "";
    }

    private void WriteTable(IElement table)
    {
        if (table.QuerySelector(":scope > caption") is { } caption)
        {
            text.Paragraph(ElementText.Of(caption));
        }

        if (HtmlTable.Read(table) is { } data)
        {
            text.Table(data.Rows, data.HeaderRows);
        }
        else
        {
            // A table that only lays out a page.
            WalkChildren(table);
            Flush();
        }
    }

    private void Flush()
    {
        var content = inline.ToString();
        inline.Clear();
        if (string.IsNullOrWhiteSpace(content))
        {
            return;
        }

        // The line that starts a section may be followed by others of the same paragraph.
        var lines = content.Trim().Split('\n', 2);
        if (sectionHeading?.Invoke(lines[0]) is { } heading)
        {
            text.Heading(heading, baseLevel + 1);
            text.Paragraph(lines.ElementAtOrDefault(1) ?? "");
        }
        else if (inItem)
        {
            text.ListItem(marker + content.TrimStart());
            marker = "";
        }
        else
        {
            text.Paragraph(content);
        }
    }
}
