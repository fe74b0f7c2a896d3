using System.Net;
using System.Text.RegularExpressions;

namespace Assistant.Evaluation.Extraction;

/// <summary>Takes the marks off Markdown, so that its words can be compared with extracted text.</summary>
internal static partial class MarkdownText
{
    public static string Strip(string markdown)
    {
        var text = Comment().Replace(markdown, " ");
        text = ImageOrLink().Replace(text, "$1");
        text = Tag().Replace(text, " ");
        text = Escape().Replace(text, "$1");
        return WebUtility.HtmlDecode(text);
    }

    [GeneratedRegex(@"<!--[\s\S]*?-->", RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(@"!?\[([^\]]*)\]\([^)]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex ImageOrLink();

    [GeneratedRegex(@"</?[a-zA-Z][^>]{0,200}>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\\([\\`*_{}\[\]()#+\-.!|~<>])", RegexOptions.NonBacktracking)]
    private static partial Regex Escape();
}
