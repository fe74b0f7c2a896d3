namespace Assistant.Inference.Text;

/// <summary>
/// Finds the first stop string in a stream of text. Text that could still turn out to be the beginning of a stop string
/// is held back, so that no part of one is ever shown. One matcher per answer.
/// </summary>
/// <param name="stops">Compared ordinally; empty ones are ignored.</param>
internal sealed class StopSequences(IEnumerable<string> stops)
{
    private readonly string[] texts = [.. stops.Where(s => s.Length > 0).Distinct(StringComparer.Ordinal)];
    private string held = "";

    /// <summary>The stop string that ended the text, once it has.</summary>
    public string? Matched { get; private set; }

    /// <returns>
    /// The text that may be shown now. The stream ends before the stop string that begins first; of two that begin at the
    /// same place, the one that is complete first counts. After that every call gives an empty string.
    /// </returns>
    public string Append(string text)
    {
        if (Matched is not null)
        {
            return "";
        }
        var pending = held + text;
        // A later start that is complete must wait for an earlier start that could still become a match.
        for (var start = 0; start < pending.Length; start++)
        {
            var rest = pending.AsSpan(start);
            if (CompletedAt(rest) is { } stop)
            {
                (Matched, held) = (stop, "");
                return pending[..start];
            }
            if (CouldBegin(rest))
            {
                held = pending[start..];
                return pending[..start];
            }
        }
        held = "";
        return pending;
    }

    /// <summary>Ends the stream.</summary>
    /// <returns>What was held back: it is no stop string after all, unless a shorter one stands within it.</returns>
    public string Flush()
    {
        var rest = held;
        held = "";
        for (var start = 0; start < rest.Length; start++)
        {
            if (CompletedAt(rest.AsSpan(start)) is { } stop)
            {
                Matched = stop;
                return rest[..start];
            }
        }
        return rest;
    }

    private string? CompletedAt(ReadOnlySpan<char> text)
    {
        string? shortest = null;
        foreach (var stop in texts)
        {
            if (text.StartsWith(stop, StringComparison.Ordinal) && (shortest is null || stop.Length < shortest.Length))
            {
                shortest = stop;
            }
        }
        return shortest;
    }

    private bool CouldBegin(ReadOnlySpan<char> text)
    {
        foreach (var stop in texts)
        {
            if (stop.AsSpan().StartsWith(text, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }
}
