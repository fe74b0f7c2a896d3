namespace Assistant.Web.Admin;

/// <summary>What became of a command of an administration or review page.</summary>
internal abstract record CommandResult
{
    private CommandResult()
    {
    }

    /// <summary>The caller lost the role since the page was opened.</summary>
    public static Refused NotAllowed { get; } = new("Your account may not do this any more. Reload the page.");

    public static Done Succeeded { get; } = new();

    public sealed record Done : CommandResult;

    /// <param name="Message">For the caller: what is wrong and what to do.</param>
    public sealed record Refused(string Message) : CommandResult;

    /// <summary>The message of a refusal; null when it was done.</summary>
    public string? Problem => (this as Refused)?.Message;
}
