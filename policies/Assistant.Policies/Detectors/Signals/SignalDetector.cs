using Assistant.Core.Policies;
using Assistant.Text.Sentences;

namespace Assistant.Policies.Detectors.Signals;

/// <summary>
/// Adds up the signals of a text. Per sentence, a sentence over the threshold takes suspicious sentences of the same
/// text with it, and the rest of its paragraph: an injected instruction is rarely one sentence long.
/// </summary>
internal sealed class SignalDetector(
    IReadOnlyList<Signal> signals,
    SignalThresholds thresholds,
    bool perSentence,
    SentenceSplitter sentences) : IDetector
{
    public IReadOnlyList<Detection> Detect(PolicyCheck check, CancellationToken cancellationToken)
    {
        var hits = Find(check.Text, cancellationToken);
        if (hits.Count == 0)
        {
            return [];
        }

        return perSentence ? Sentences(check.Text, hits) : Whole(check.Text, hits);
    }

    private List<(Signal Signal, int Start, int End)> Find(string text, CancellationToken cancellationToken)
    {
        var plain = PlainText.Of(text);
        var hits = new List<(Signal, int, int)>();
        foreach (var signal in signals)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var match in signal.Pattern.EnumerateMatches(plain.Text))
            {
                hits.Add((signal, plain.Origin(match.Index), plain.Origin(match.Index + match.Length - 1) + 1));
            }
        }

        return hits;
    }

    private IReadOnlyList<Detection> Whole(string text, IReadOnlyList<(Signal Signal, int Start, int End)> hits)
    {
        var score = Score(hits.Select(h => h.Signal));
        return score < thresholds.Uncertain ? [] : [Detection.Whole(text, Detail(score, hits.Select(h => h.Signal)), score < thresholds.Certain)];
    }

    private List<Detection> Sentences(string text, IReadOnlyList<(Signal Signal, int Start, int End)> hits)
    {
        var scored = sentences.Split(text)
            .Select(s => (Span: s, Signals: hits.Where(h => h.Start < s.End && s.Start < h.End).Select(h => h.Signal).ToList()))
            .Select(s => (s.Span, s.Signals, Score: Score(s.Signals)))
            .ToList();
        var poisoned = scored.Any(s => s.Score >= thresholds.Certain);
        var found = new List<Detection>();
        var tainted = false;
        for (var i = 0; i < scored.Count; i++)
        {
            var (span, spoken, score) = scored[i];
            tainted = tainted && i > 0 && IsSameParagraph(text, scored[i - 1].Span, span);
            if (score >= thresholds.Certain || tainted || (poisoned && score >= thresholds.Uncertain))
            {
                found.Add(new Detection(span.Start, span.Length, spoken.Count == 0 ? "Follows an instruction in the same paragraph." : Detail(score, spoken)));
                tainted |= score >= thresholds.Certain;
            }
            else if (score >= thresholds.Uncertain)
            {
                found.Add(new Detection(span.Start, span.Length, Detail(score, spoken), Uncertain: true));
            }
        }

        return found;
    }

    /// <summary>On one line, or on the next one when the line before was cut within a sentence.</summary>
    private static bool IsSameParagraph(string text, TextSpan before, TextSpan span)
    {
        var between = text.AsSpan(before.End, span.Start - before.End).Count('\n');
        return between == 0 || (between == 1 && text[before.End - 1] is not ('.' or '!' or '?' or ':'));
    }

    /// <summary>Every signal counts once.</summary>
    private static double Score(IEnumerable<Signal> found) => found.Distinct().Sum(s => s.Weight);

    private static string Detail(double score, IEnumerable<Signal> found) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Score {score:0.##} from {string.Join(", ", found.Select(s => s.Name).Distinct(StringComparer.Ordinal))}.");
}

/// <param name="Certain">Score from which the rule applies.</param>
/// <param name="Uncertain">Score from which the rule's uncertain section applies.</param>
internal sealed record SignalThresholds(double Certain, double Uncertain);
