namespace Assistant.Inference.Scheduling;

/// <summary>
/// Deficit round-robin (Shreedhar &amp; Varghese 1995) in computing time over adapter groups and the group of prompts:
/// each turn gives a group a quantum for each of its requests. A prompt that arrives is served next, so that a short
/// question need not wait for a long answer under another adapter; and no group waits longer than a limit.
/// </summary>
internal sealed class GroupRotation(TimeProvider time, TimeSpan quantum, TimeSpan longestWait)
{
    // The head computes; the tail was served last.
    private readonly LinkedList<RequestGroup> ring = [];
    private volatile int running;

    public IEnumerable<ActiveRequest> Running => ring.SelectMany(g => g.Members);

    /// <summary>Safe from any thread.</summary>
    public int RunningCount => running;

    /// <summary>The requests under an adapter set that wait for their next token.</summary>
    public IReadOnlyList<ActiveRequest> Decoding(string key) => Find(key)?.Members ?? [];

    /// <summary>Takes in a request whose prompt is to be computed.</summary>
    public void Add(ActiveRequest request)
    {
        var prompts = Find(null) ?? Append(null);
        prompts.Members.Add(request);
        prompts.Credit = Max(prompts.Credit, quantum);
        MoveToHead(prompts);
        running++;
    }

    /// <summary>Moves a request whose first token was drawn to the group of its adapters.</summary>
    public void Promote(ActiveRequest request)
    {
        if (Find(null) is { } prompts && Leave(prompts, request))
        {
            (Find(request.Adapters.Key) ?? Append(request.Adapters.Key)).Members.Add(request);
        }
    }

    public void Remove(ActiveRequest request)
    {
        if (ring.ToList().Exists(g => Leave(g, request)))
        {
            running--;
        }
    }

    /// <summary>The group to compute next; null when nothing runs.</summary>
    public RequestGroup? Next()
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
    public void Charge(RequestGroup group, TimeSpan computed)
    {
        group.Credit -= computed;
        group.LastServed = time.GetTimestamp();
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private RequestGroup? Find(string? key) => ring.FirstOrDefault(g => g.Key == key);

    private RequestGroup Append(string? key) => ring.AddLast(new RequestGroup(key) { LastServed = time.GetTimestamp() }).Value;

    private bool Leave(RequestGroup group, ActiveRequest request)
    {
        var left = group.Members.Remove(request);
        if (group.Members.Count == 0)
        {
            ring.Remove(group);
        }

        return left;
    }

    private TimeSpan Turn(RequestGroup group) => quantum * group.Members.Count;

    private void MoveToHead(RequestGroup group)
    {
        ring.Remove(group);
        ring.AddFirst(group);
    }
}
