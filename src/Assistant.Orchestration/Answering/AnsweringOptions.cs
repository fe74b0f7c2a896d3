using System.ComponentModel.DataAnnotations;

namespace Assistant.Orchestration.Answering;

/// <summary>Section "Answers".</summary>
internal sealed class AnsweringOptions
{
    public const string Section = "Answers";

    /// <summary>Characters a question may have.</summary>
    [Range(10, 100_000, ErrorMessage = "Answers:MaxQuestionLength must be between 10 and 100000 characters.")]
    public int MaxQuestionLength { get; set; } = 4_000;

    /// <summary>Answers made at the same time.</summary>
    [Range(1, 256, ErrorMessage = "Answers:Concurrency must be between 1 and 256.")]
    public int Concurrency { get; set; } = 4;

    /// <summary>Questions that may wait for their turn.</summary>
    [Range(1, 10_000, ErrorMessage = "Answers:QueueLimit must be between 1 and 10000.")]
    public int QueueLimit { get; set; } = 100;

    /// <summary>Answers one user may wait for at the same time.</summary>
    [Range(1, 100, ErrorMessage = "Answers:PerUserLimit must be between 1 and 100.")]
    public int PerUserLimit { get; set; } = 3;

    /// <summary>Time one answer may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Answers:Timeout must be between 00:00:01 and 01:00:00.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a finished answer can still be picked up live.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Answers:Retention must be between 00:00:01 and 01:00:00.")]
    public TimeSpan Retention { get; set; } = TimeSpan.FromMinutes(2);
}
