using System.Diagnostics;

namespace Assistant.Benchmarks.Load;

/// <summary>
/// Measures time passed, and processor time of this process: with the engine in it and one thread, a figure that other
/// programs on the machine disturb little.
/// </summary>
internal sealed class Clock
{
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly TimeSpan processor = Environment.CpuUsage.TotalTime;

    public TimeSpan Wall => Stopwatch.GetElapsedTime(started);

    public TimeSpan Processor => Environment.CpuUsage.TotalTime - processor;
}
