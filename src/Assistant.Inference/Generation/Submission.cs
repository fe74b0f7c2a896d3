namespace Assistant.Inference.Generation;

/// <summary>What became of a request that was handed to the engine.</summary>
public abstract record Submission
{
    private Submission()
    {
    }

    public sealed record Accepted(RunningGeneration Generation) : Submission;

    /// <param name="Message">What is wrong and what to do, for the caller.</param>
    /// <param name="QueueLength">With <see cref="RefusalReason.QueueFull"/>: how many requests wait.</param>
    /// <param name="RetryAfter">With <see cref="RefusalReason.QueueFull"/>: when room is expected.</param>
    public sealed record Refused(RefusalReason Reason, string Message, int QueueLength = 0, TimeSpan RetryAfter = default) : Submission;
}

public enum RefusalReason
{
    QueueFull,
    UnknownAdapter,
    PromptTooLong,
    InvalidRequest,
    Stopped,
}
