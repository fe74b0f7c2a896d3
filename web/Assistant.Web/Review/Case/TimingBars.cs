using Assistant.Core.Audit;

namespace Assistant.Web.Review.Case;

/// <summary>Stage timings as bars: how long each stage took, as a share of the longest.</summary>
internal static class TimingBars
{
    /// <summary>These count from the start of the answer, not from the end of the stage before.</summary>
    private static readonly string[] FromStart = ["first-token", "first-sentence", "total"];

    public static IReadOnlyList<TimingBar> Of(IReadOnlyList<StageTiming> timings)
    {
        var longest = timings.Select(t => t.Milliseconds).DefaultIfEmpty(0).Max();
        return
        [
            .. timings
                .OrderBy(t => Array.IndexOf(FromStart, t.Stage))
                .Select(t => new TimingBar(Name(t.Stage), t.Milliseconds, longest > 0 ? Math.Max(0, t.Milliseconds / longest) : 0, FromStart.Contains(t.Stage))),
        ];
    }

    private static string Name(string stage) => stage switch
    {
        "question-check" => "Check the question",
        "route" => "Route",
        "retrieve" => "Retrieve",
        "evidence" => "Weigh evidence",
        "compose" => "Compose the prompt",
        "generate" => "Generate, to the first token",
        "gate" => "Gate, first token to last release",
        "first-token" => "Until the first token",
        "first-sentence" => "Until the first sentence shown",
        "total" => "Whole answer",
        _ => stage,
    };
}

/// <param name="Share">Of the longest time in the list, 0–1.</param>
/// <param name="FromStart">Counted from the question, not a stage of its own.</param>
internal sealed record TimingBar(string Name, double Milliseconds, double Share, bool FromStart);
