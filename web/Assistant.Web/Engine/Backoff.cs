namespace Assistant.Web.Engine;

/// <summary>Waits that double from the first to the longest, and start over after a reset.</summary>
internal sealed class Backoff(TimeSpan first, TimeSpan longest)
{
    private TimeSpan? last;

    public TimeSpan Next()
    {
        last = last is not { } before ? first : before * 2 < longest ? before * 2 : longest;
        return last.Value;
    }

    public void Reset() => last = null;
}
