using DocumentFormat.OpenXml.Office2019.Excel.ThreadedComments;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Assistant.Ingestion.Parser.Office;

/// <summary>What people wrote about cells of a sheet: "C4: Preliminary figure".</summary>
internal static class SheetNotes
{
    /// <summary>Text that programs store beside a threaded comment, for older programs.</summary>
    private const string Placeholder = "[Threaded comment]";

    public static IEnumerable<string> Read(WorksheetPart part)
    {
        foreach (var comment in part.WorksheetThreadedCommentsParts.SelectMany(p => p.ThreadedComments?.Elements<ThreadedComment>() ?? []))
        {
            yield return $"{comment.Ref?.Value}: {comment.ThreadedCommentText?.Text}";
        }

        foreach (var comment in part.WorksheetCommentsPart?.Comments?.CommentList?.Elements<Comment>() ?? [])
        {
            var text = comment.CommentText is null ? "" : SharedStrings.Of(comment.CommentText);
            if (!string.IsNullOrWhiteSpace(text) && !text.StartsWith(Placeholder, StringComparison.Ordinal))
            {
                yield return $"{comment.Reference?.Value}: {text}";
            }
        }
    }
}
