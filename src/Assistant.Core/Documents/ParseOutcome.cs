namespace Assistant.Core.Documents;

/// <summary>The result of reading one file: its text, or a reason why not that a person understands.</summary>
public abstract record ParseOutcome
{
    private ParseOutcome()
    {
    }

    /// <summary>The file was read.</summary>
    public sealed record Parsed(ExtractedDocument Document) : ParseOutcome;

    /// <summary>The file was not read.</summary>
    /// <param name="Message">One sentence for the person who uploaded it: what is wrong and what to do.</param>
    public sealed record Refused(ParseFailure Reason, string Message) : ParseOutcome;
}

/// <summary>Why a file was not read.</summary>
public enum ParseFailure
{
    Empty,
    NoText,
    TooLarge,
    PasswordProtected,
    Damaged,
    UnsupportedFormat,

    /// <summary>The content is of another format than the file name's extension says.</summary>
    WrongExtension,

    /// <summary>It would unpack to far more than its size.</summary>
    DecompressionBomb,
    TimedOut,
    OutOfMemory,

    /// <summary>The reader's process ended while reading it.</summary>
    Crashed,
}
