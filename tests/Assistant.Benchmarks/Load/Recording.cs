using System.Diagnostics;
using System.Text;

namespace Assistant.Benchmarks.Load;

/// <summary>When the output of one request arrived, as its caller sees it. The time starts with the recording.</summary>
internal sealed class Recording
{
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly List<double> gaps = [];
    private readonly StringBuilder text = new();
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long last;

    /// <summary>Milliseconds to the first piece of output; 0 without one.</summary>
    public double FirstAfter { get; private set; }

    /// <summary>Milliseconds between successive pieces. A piece is a token, or several that were accepted together.</summary>
    public IReadOnlyList<double> Gaps => gaps;

    /// <summary>Completes with the first piece.</summary>
    public Task First => first.Task;

    public string Text => text.ToString();

    /// <summary>What the server counted.</summary>
    public TokenCounts Counts { get; set; } = new();

    /// <summary>Takes down a piece of output that has just arrived.</summary>
    public void Add(string piece)
    {
        var now = Stopwatch.GetTimestamp();
        text.Append(piece);
        if (last == 0)
        {
            FirstAfter = Stopwatch.GetElapsedTime(started, now).TotalMilliseconds;
            first.TrySetResult();
        }
        else
        {
            gaps.Add(Stopwatch.GetElapsedTime(last, now).TotalMilliseconds);
        }

        last = now;
    }
}

/// <param name="Reused">Prompt tokens that came from a cache.</param>
internal sealed record TokenCounts(int Prompt = 0, int Reused = 0, int Generated = 0, int Drafted = 0, int Accepted = 0);
