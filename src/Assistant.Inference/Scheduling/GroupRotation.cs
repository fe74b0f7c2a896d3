namespace Assistant.Inference.Scheduling;

/// <summary>
/// Deficit round-robin (Shreedhar &amp; Varghese 1995) over adapter groups, in computing time: each turn gives a group a
/// quantum for each of its requests. A group that appears goes first, once, so that a short question need not wait for
/// a long answer under another adapter; and none waits longer than a limit.
/// </summary>
internal sealed class GroupRotation(TimeProvider time, TimeSpan quantum, TimeSpan longestWait)
{
    // The head computes; the tail was served last.
    private readonly LinkedList<AdapterGroup> ring = [];
    private volatile int running;

    public IEnumerable<AdapterGroup> Groups => ring;

    public IEnumerable<ActiveRequest> Running => ring.SelectMany(g => g.Members);

    /// <summary>Safe from any thread.</summary>
    public int RunningCount => running;

    public void Add(ActiveRequest request)
    {
        var group = ring.FirstOrDefault(g => g.Key == request.Adapters.Key);
        if (group is null)
        {
            group = new AdapterGroup(request.Adapters) { Credit = quantum, LastServed = time.GetTimestamp() };
            ring.AddFirst(group);
        }

        group.Members.Add(request);
        running++;
    }

    public void Remove(ActiveRequest request)
    {
        var group = ring.First(g => g.Key == request.Adapters.Key);
        group.Members.Remove(request);
        running--;
        if (group.Members.Count == 0)
        {
            ring.Remove(group);
        }
    }

    /// <summary>The group to compute next; null when nothing runs.</summary>
    public AdapterGroup? Next()
    {
        if (ring.First is null)
        {
            return null;
        }

        if (ring.MinBy(g => g.LastServed) is { } starving && starving != ring.First.Value && time.GetElapsedTime(starving.LastServed) > longestWait)
        {
            starving.Credit = Max(starving.Credit, Turn(starving));
            MoveToHead(starving);
        }

        while (ring.First.Value is { } head && head.Credit <= TimeSpan.Zero)
        {
            head.Credit += Turn(head);
            ring.RemoveFirst();
            ring.AddLast(head);
        }

        return ring.First.Value;
    }

    /// <summary>Charges a group for a step.</summary>
    public void Charge(AdapterGroup group, TimeSpan computed)
    {
        group.Credit -= computed;
        group.LastServed = time.GetTimestamp();
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private TimeSpan Turn(AdapterGroup group) => quantum * group.Members.Count;

    private void MoveToHead(AdapterGroup group)
    {
        ring.Remove(group);
        ring.AddFirst(group);
    }
}
