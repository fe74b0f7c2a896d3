using System.ComponentModel.DataAnnotations;

namespace Assistant.Orchestration.Gate;

/// <summary>Section "Gate".</summary>
internal sealed class GateOptions
{
    public const string Section = "Gate";

    /// <summary>How long all checks of one unit may take together.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ErrorMessage = "Gate:CheckTimeout must be between 00:00:00.1 and 00:01:00, such as 00:00:05.")]
    public TimeSpan CheckTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Characters after which an answer is cut.</summary>
    [Range(500, 200_000, ErrorMessage = "Gate:MaxAnswerLength must be between 500 and 200000 characters.")]
    public int MaxAnswerLength { get; set; } = 20_000;
}
