using Assistant.Core.Documents;

namespace Assistant.Ingestion.Intake;

/// <summary>A file that somebody hands in.</summary>
/// <param name="FileName">Its name; a path in front of it is cut off.</param>
/// <param name="Domain">Id of a known domain.</param>
/// <param name="Labels">Groups that may read it. Without any, nobody can.</param>
/// <param name="UploadedBy">Name of the person, for display.</param>
/// <param name="Title">Null to make one from the file name.</param>
/// <param name="Key">Stable name that versions share; null to make one from domain and title.</param>
/// <param name="Language">ISO 639-1 code; null to detect it.</param>
public sealed record IntakeRequest(
    string FileName,
    string Domain,
    IReadOnlyList<string> Labels,
    Classification Classification,
    string UploadedBy,
    string? Title = null,
    string? Key = null,
    string? Language = null);

/// <summary>What became of it.</summary>
public abstract record IntakeResult
{
    private IntakeResult()
    {
    }

    /// <summary>It is stored and queued; or the very same file was there already.</summary>
    public sealed record Accepted(DocumentVersion Version) : IntakeResult;

    /// <summary>It was not taken.</summary>
    /// <param name="Message">One sentence for the person: what is wrong and what to do.</param>
    public sealed record Refused(IntakeRefusal Reason, string Message) : IntakeResult;
}

public enum IntakeRefusal
{
    BadName,
    UnsupportedFormat,
    Empty,
    TooLarge,
    UnknownDomain,
    BadTitle,
    NoLabels,

    /// <summary>The same file was being deleted at this moment.</summary>
    Conflict,
}
