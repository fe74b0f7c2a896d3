using System.Text;
using Assistant.Core.Policies;

namespace Assistant.Orchestration.Gate;

/// <summary>A unit that has been through the gate.</summary>
/// <param name="Generated">As generated, trimmed.</param>
/// <param name="Shown">As it may be shown, with the white space behind it; null when it may not.</param>
/// <param name="Action">What the gate did.</param>
internal sealed record GatedUnit(string Generated, string? Shown, PolicyAction Action, PolicyVerdict Verdict)
{
    /// <summary>What stands in the place of a redacted span.</summary>
    public const string Redaction = "█████";

    /// <summary>Applies a verdict to a unit.</summary>
    /// <param name="text">The checked text, trimmed; finding offsets refer to it.</param>
    /// <param name="unit">The same with its surrounding white space.</param>
    public static GatedUnit Apply(string text, string unit, PolicyVerdict verdict)
    {
        var action = verdict.Action;
        if (action == PolicyAction.Redact && verdict.Findings.Any(f => f.Action == PolicyAction.Redact && !IsInside(f, text)))
        {
            // A span that does not fit the text cannot be redacted with certainty.
            action = PolicyAction.Withhold;
        }

        var shown = action switch
        {
            PolicyAction.Allow or PolicyAction.Annotate => text,
            PolicyAction.Redact => Redact(text, verdict.Findings),
            PolicyAction.Withhold or PolicyAction.Block => null,
            _ => null,
        };
        return new GatedUnit(text, shown is null ? null : shown + TrailingSpace(unit), action, verdict);
    }

    private static bool IsInside(Finding finding, string text) =>
        finding.Start >= 0 && finding.Length > 0 && finding.Start + finding.Length <= text.Length;

    private static string Redact(string text, IReadOnlyList<Finding> findings)
    {
        var redacted = new bool[text.Length];
        foreach (var finding in findings.Where(f => f.Action == PolicyAction.Redact))
        {
            redacted.AsSpan(finding.Start, finding.Length).Fill(true);
        }

        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!redacted[i])
            {
                shown.Append(text[i]);
            }
            else if (i == 0 || !redacted[i - 1])
            {
                shown.Append(Redaction);
            }
        }

        return shown.ToString();
    }

    /// <summary>The line structure of Markdown lives in the white space between units.</summary>
    private static string TrailingSpace(string unit)
    {
        var newlines = unit.AsSpan(unit.AsSpan().TrimEnd().Length).Count('\n');
        return newlines switch
        {
            0 => " ",
            1 => "\n",
            _ => "\n\n",
        };
    }
}
