using System.Runtime.CompilerServices;
using System.Text;
using AngleSharp.Dom;

namespace Assistant.Ingestion.Parser.Html;

/// <summary>The visible text of an element on one line: blocks within it are separated by blanks.</summary>
internal static class ElementText
{
    private static readonly HashSet<string> Separated = new(StringComparer.OrdinalIgnoreCase)
    {
        "br", "p", "div", "li", "ul", "ol", "table", "tr", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote",
    };

    public static string Of(IElement element)
    {
        var text = new StringBuilder();
        Append(element, text);
        return text.ToString();
    }

    private static void Append(INode parent, StringBuilder text)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        for (var node = parent.FirstChild; node is not null; node = node.NextSibling)
        {
            if (node is IText words)
            {
                text.Append(words.Data.Replace('\n', ' '));
            }
            else if (node is IElement element && !MainContent.IsLeftOut(element))
            {
                var separated = Separated.Contains(element.LocalName);
                text.Append(separated ? " " : "");
                Append(element, text);
                text.Append(separated ? " " : "");
            }
        }
    }
}
