using System.ComponentModel.DataAnnotations;

namespace Assistant.Orchestration.Evidence;

/// <summary>Section "Answers:Evidence".</summary>
internal sealed class EvidenceOptions
{
    public const string Section = "Answers:Evidence";

    /// <summary>Support below which the question is declined. Calibrated on the sample questions; see the evaluation tool.</summary>
    [Range(0.0, 1.0, ErrorMessage = "Answers:Evidence:SupportThreshold must be between 0 and 1.")]
    public double SupportThreshold { get; set; } = 0.6;

    /// <summary>Most passages that an answer is made from: what a model's prompt holds, best first.</summary>
    [Range(1, 50, ErrorMessage = "Answers:Evidence:MaxSources must be between 1 and 50.")]
    public int MaxSources { get; set; } = 10;

    /// <summary>Most units an extractive answer quotes.</summary>
    [Range(1, 20, ErrorMessage = "Answers:Evidence:MaxQuotes must be between 1 and 20.")]
    public int MaxQuotes { get; set; } = 8;

    /// <summary>Most passages an extractive answer quotes from.</summary>
    [Range(1, 10, ErrorMessage = "Answers:Evidence:MaxQuotedSources must be between 1 and 10.")]
    public int MaxQuotedSources { get; set; } = 3;

    /// <summary>A unit is quoted when its score is at least this share of the best unit's.</summary>
    [Range(0.0, 1.0, ErrorMessage = "Answers:Evidence:QuoteShare must be between 0 and 1.")]
    public double QuoteShare { get; set; } = 0.5;

    /// <summary>The same for units of other passages than the best unit's: what else is quoted must fit nearly as well.</summary>
    [Range(0.0, 1.0, ErrorMessage = "Answers:Evidence:OtherSourceShare must be between 0 and 1.")]
    public double OtherSourceShare { get; set; } = 0.65;
}
