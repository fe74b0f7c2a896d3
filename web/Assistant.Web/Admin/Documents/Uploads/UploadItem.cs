using System.Text.Json.Serialization;

namespace Assistant.Web.Admin.Documents.Uploads;

/// <summary>One chosen file on its way to the server.</summary>
/// <param name="Id">Given by the page's script, which holds the file itself.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sent">Bytes that have left the browser.</param>
/// <param name="Target">What it becomes, as chosen when it was sent first; null before.</param>
/// <param name="Problem">Why it was not taken, in the server's words; null unless <see cref="State"/> is Refused.</param>
/// <param name="VersionId">The version that it became; null until it is taken.</param>
public sealed record UploadItem(int Id, string Name, long Size, UploadState State, long Sent, string? Problem, UploadTarget? Target = null, Guid? VersionId = null)
{
    /// <summary>Share of the bytes that have been sent, 0–1.</summary>
    public double Progress => Size > 0 ? Math.Clamp((double)Sent / Size, 0, 1) : State == UploadState.Taken ? 1 : 0;
}

[JsonConverter(typeof(JsonStringEnumConverter<UploadState>))]
public enum UploadState
{
    /// <summary>Chosen; sent when the administrator says so.</summary>
    Chosen,

    /// <summary>To be sent, behind others.</summary>
    Waiting,
    Sending,

    /// <summary>All bytes are sent; the server has not answered yet.</summary>
    Checking,

    /// <summary>The server has it; it is being read in.</summary>
    Taken,
    Refused,
    Cancelled,
}

/// <summary>What the page's script tells about a file.</summary>
/// <param name="State">Sending, Checking, Taken, Refused or Cancelled.</param>
public sealed record UploadReport(int Id, UploadState State, long Sent, string? Problem, Guid? VersionId = null);

/// <summary>A file that was dropped or picked.</summary>
public sealed record ChosenFile(int Id, string Name, long Size);
