using System.ComponentModel.DataAnnotations;

namespace Assistant.Orchestration.Retrieval;

/// <summary>Section "Answers:Retrieval".</summary>
internal sealed class RetrievalStageOptions
{
    public const string Section = "Answers:Retrieval";

    /// <summary>Passages asked of the index.</summary>
    [Range(1, 200, ErrorMessage = "Answers:Retrieval:Candidates must be between 1 and 200.")]
    public int Candidates { get; set; } = 40;

    /// <summary>Passages that evidence is looked for in.</summary>
    [Range(1, 50, ErrorMessage = "Answers:Retrieval:Passages must be between 1 and 50.")]
    public int Passages { get; set; } = 30;
}
