namespace Assistant.Core.Answers;

/// <summary>Why the language model did not write an answer, or not to its end.</summary>
public enum ModelProblem
{
    /// <summary>It was still starting.</summary>
    Starting,

    /// <summary>It had ended and was being started again.</summary>
    Restarting,

    /// <summary>It cannot run until somebody puts it right.</summary>
    Unusable,

    /// <summary>Too many other requests were waiting.</summary>
    Busy,

    /// <summary>It failed before any of its text was shown.</summary>
    Failed,

    /// <summary>It stopped after some of its text had been shown; that text stands.</summary>
    BrokeOff,
}
