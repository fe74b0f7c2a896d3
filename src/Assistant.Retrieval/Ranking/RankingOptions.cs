using System.ComponentModel.DataAnnotations;

namespace Assistant.Retrieval.Ranking;

/// <summary>Section "Retrieval:Ranking".</summary>
internal sealed class RankingOptions
{
    public const string Section = "Retrieval:Ranking";

    /// <summary>BM25 k1: how soon repetitions of a term stop counting.</summary>
    [Range(0.0, 10.0, ErrorMessage = "Retrieval:Ranking:Saturation must be between 0 and 10; 0.9 is usual.")]
    public double Saturation { get; set; } = 0.9;

    /// <summary>BM25 b of the passage text: how much long passages are held back.</summary>
    [Range(0.0, 1.0, ErrorMessage = "Retrieval:Ranking:LengthPenalty must be between 0 and 1; 0.5 is usual.")]
    public double LengthPenalty { get; set; } = 0.5;

    /// <summary>Weight of the title, headings and table header against the passage text at 1.</summary>
    [Range(0.0, 10.0, ErrorMessage = "Retrieval:Ranking:HeadingWeight must be between 0 and 10.")]
    public double HeadingWeight { get; set; } = 1.2;

    /// <summary>Most that character n-grams can add to a passage's score, as a share of the best score by terms.</summary>
    [Range(0.0, 1.0, ErrorMessage = "Retrieval:Ranking:GramShare must be between 0 and 1.")]
    public double GramShare { get; set; } = 0.4;

    /// <summary>Most that earlier turns can add to a passage's score, as a share of the best score by the question.</summary>
    [Range(0.0, 1.0, ErrorMessage = "Retrieval:Ranking:ContextShare must be between 0 and 1.")]
    public double ContextShare { get; set; } = 0.6;

    /// <summary>What a passage of the query's domain gains, as a share of its score.</summary>
    [Range(0.0, 1.0, ErrorMessage = "Retrieval:Ranking:DomainBoost must be between 0 and 1.")]
    public double DomainBoost { get; set; } = 0.15;

    /// <summary>What a passage in the query's language gains, as a share of its score.</summary>
    [Range(0.0, 1.0, ErrorMessage = "Retrieval:Ranking:LanguageBoost must be between 0 and 1.")]
    public double LanguageBoost { get; set; } = 0.1;
}
