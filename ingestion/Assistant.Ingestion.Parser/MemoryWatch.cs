namespace Assistant.Ingestion.Parser;

/// <summary>
/// Ends the process when it does little else than collecting garbage: close to its memory limit the runtime goes on for
/// minutes before it gives up. The parent takes the last words for what they are.
/// </summary>
internal sealed class MemoryWatch : IDisposable
{
    private const int PeriodMilliseconds = 500;
    private const double MaxShare = 0.7;
    private const int MaxPeriods = 6;

    private readonly Timer timer;
    private TimeSpan paused;
    private int busyPeriods;

    public MemoryWatch() => timer = new Timer(_ => Look(), null, PeriodMilliseconds, PeriodMilliseconds);

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        var now = GC.GetTotalPauseDuration();
        busyPeriods = (now - paused).TotalMilliseconds > MaxShare * PeriodMilliseconds ? busyPeriods + 1 : 0;
        paused = now;
        if (busyPeriods >= MaxPeriods)
        {
            timer.Dispose();
            Console.Error.WriteLine("Out of memory: collecting garbage takes all the time.");
            Environment.Exit(1);
        }
    }
}
