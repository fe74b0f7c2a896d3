using System.ComponentModel.DataAnnotations;

namespace Assistant.Policies;

/// <summary>Section "Policies".</summary>
internal sealed class PolicyOptions
{
    public const string Section = "Policies";

    /// <summary>Folder of the rule files; null for the shipped rules. A relative path starts at the working directory.</summary>
    public string? RulesPath { get; set; }

    /// <summary>Time one rule may take for one text, unless the rule says otherwise.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00", ErrorMessage = "Policies:RuleTimeout must be between 00:00:00.01 and 00:01:00, such as 00:00:02.")]
    public TimeSpan RuleTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How often the folder is looked at when the file system reports no change.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Policies:PollInterval must be between 00:00:01 and one day, such as 00:00:30.")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the folder must be quiet before changed files are read.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00", ErrorMessage = "Policies:QuietPeriod must be between 00:00:00.01 and 00:01:00, such as 00:00:00.3.")]
    public TimeSpan QuietPeriod { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>The folder in use.</summary>
    public string Folder => string.IsNullOrWhiteSpace(RulesPath)
        ? Path.Combine(AppContext.BaseDirectory, "rules")
        : Path.GetFullPath(RulesPath);
}
