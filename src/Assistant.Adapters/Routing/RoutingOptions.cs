using System.ComponentModel.DataAnnotations;

namespace Assistant.Adapters.Routing;

/// <summary>Section "Routing".</summary>
internal sealed class RoutingOptions
{
    public const string Section = "Routing";

    /// <summary>The confidence below which the router abstains, 0–1; null for the calibrated one.</summary>
    [Range(0.0, 1.0, ErrorMessage = "Routing:Threshold must be between 0 and 1, or be left out for the calibrated one.")]
    public double? Threshold { get; set; }

    /// <summary>A JSONL file, or a folder of *.jsonl files, to learn from instead of the shipped examples.</summary>
    public string? ExamplesPath { get; set; }
}
