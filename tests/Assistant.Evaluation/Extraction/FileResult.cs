using System.Text.Json.Nodes;
using Assistant.Core.Documents;

namespace Assistant.Evaluation.Extraction;

internal enum FileStatus
{
    Ok,
    Refused,
    Crashed,
    TimedOut,
}

/// <param name="Similarity">0 to 1; null when there is no ground truth, or no text.</param>
internal sealed record FileResult(string File, FileStatus Status, double Seconds, double? Similarity, ParseFailure? Reason = null, string? Message = null)
{
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["file"] = File,
            ["status"] = Status == FileStatus.TimedOut ? "timed_out" : Status.ToString().ToLowerInvariant(),
            ["similarity"] = Similarity is { } similarity ? Math.Round(similarity, 4) : null,
            ["seconds"] = Math.Round(Seconds, 3),
        };
        if (Reason is { } reason)
        {
            json["reason"] = reason.ToString();
            json["message"] = Message;
        }

        return json;
    }
}
