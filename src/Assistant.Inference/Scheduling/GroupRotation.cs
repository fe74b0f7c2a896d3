namespace Assistant.Inference.Scheduling;

/// <summary>
/// Whose turn it is. Prompts go first: a short question then need not wait for a long answer under another adapter, and
/// the sooner prompts are through, the more requests share each later step. Requests that wait for their next token
/// form a group per adapter set; the groups take turns by deficit round-robin (Shreedhar &amp; Varghese 1995) in
/// computing time, a quantum for each request. Whoever waited longer than a limit gets a step before all others.
/// </summary>
internal sealed class GroupRotation(TimeProvider time, TimeSpan quantum, TimeSpan longestWait)
{
    private readonly RequestGroup prompts = new(null);

    // The head computes; the tail was served last.
    private readonly LinkedList<RequestGroup> ring = [];
    private volatile int running;

    public IEnumerable<ActiveRequest> Running => prompts.Members.Concat(ring.SelectMany(g => g.Members));

    /// <summary>Safe from any thread.</summary>
    public int RunningCount => running;

    /// <summary>The requests under an adapter set that wait for their next token.</summary>
    public IReadOnlyList<ActiveRequest> Decoding(string key) => Find(key)?.Members ?? [];

    /// <summary>Takes in a request whose prompt is to be computed.</summary>
    public void Add(ActiveRequest request)
    {
        prompts.Members.Add(request);
        running++;
    }

    /// <summary>Moves a request whose first token was drawn to the group of its adapters.</summary>
    public void Promote(ActiveRequest request)
    {
        if (prompts.Members.Remove(request))
        {
            (Find(request.Adapters.Key) ?? Append(request.Adapters.Key)).Members.Add(request);
        }
    }

    public void Remove(ActiveRequest request)
    {
        if (prompts.Members.Remove(request) || Leave(request))
        {
            running--;
        }
    }

    /// <summary>The group to compute next; null when nothing runs.</summary>
    public RequestGroup? Next()
    {
        var starving = ring.MinBy(g => g.LastServed);
        if (starving is not null && time.GetElapsedTime(starving.LastServed) > longestWait)
        {
            return starving;
        }

        if (prompts.Members.Count > 0 || ring.First is null)
        {
            return prompts.Members.Count > 0 ? prompts : null;
        }

        while (ring.First.Value is { } head && head.Credit <= TimeSpan.Zero)
        {
            head.Credit += quantum * head.Members.Count;
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

    private RequestGroup? Find(string key) => ring.FirstOrDefault(g => g.Key == key);

    private RequestGroup Append(string key) => ring.AddLast(new RequestGroup(key) { LastServed = time.GetTimestamp() }).Value;

    private bool Leave(ActiveRequest request)
    {
        var group = Find(request.Adapters.Key);
        var left = group?.Members.Remove(request) == true;
        if (group?.Members.Count == 0)
        {
            ring.Remove(group);
        }

        return left;
    }
}
