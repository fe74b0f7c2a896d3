using System.ComponentModel.DataAnnotations;

namespace Assistant.Retrieval.Ranking;

/// <summary>Section "Retrieval:Ranking".</summary>
internal sealed class RankingOptions
{
    public const string Section = "Retrieval:Ranking";

    /// <summary>BM25 k1: how soon repetitions of a term stop counting.</summary>
    [Range(0.0, 10.0, ErrorMessage = "Retrieval:Ranking:Saturation must be between 0 and 10; 1.2 is usual.")]
    public double Saturation { get; set; } = 1.2;

    /// <summary>BM25 b of the passage text: how much long passages are held back.</summary>
    [Range(0.0, 1.0, ErrorMessage = "Retrieval:Ranking:LengthPenalty must be between 0 and 1; 0.75 is usual.")]
    public double LengthPenalty { get; set; } = 0.75;

    /// <summary>Weight of the title, headings and table header against the passage text at 1.</summary>
    [Range(0.0, 10.0, ErrorMessage = "Retrieval:Ranking:HeadingWeight must be between 0 and 10.")]
    public double HeadingWeight { get; set; } = 0.6;

    /// <summary>Most that earlier turns can add to a passage's score, as a share of the best passage's own score.</summary>
    [Range(0.0, 1.0, ErrorMessage = "Retrieval:Ranking:ContextShare must be between 0 and 1.")]
    public double ContextShare { get; set; } = 0.4;

    /// <summary>What a passage of the query's domain gains, as a share of its score.</summary>
    [Range(0.0, 1.0, ErrorMessage = "Retrieval:Ranking:DomainBoost must be between 0 and 1.")]
    public double DomainBoost { get; set; } = 0.1;
}
