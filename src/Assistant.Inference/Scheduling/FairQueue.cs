namespace Assistant.Inference.Scheduling;

/// <summary>
/// Waiting requests, served fairly between users: the user with the fewest running requests goes first, among equals
/// the one who was served longest ago. Safe from any thread.
/// </summary>
internal sealed class FairQueue
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Line> lines = [];
    private long turns;
    private int count;

    public int Count
    {
        get
        {
            lock (gate)
            {
                return count;
            }
        }
    }

    /// <returns>False when the queue is full.</returns>
    public bool TryEnqueue(ActiveRequest request, int capacity)
    {
        lock (gate)
        {
            if (count >= capacity)
            {
                return false;
            }

            LineOf(request).Waiting.AddLast(request);
            count++;
            return true;
        }
    }

    /// <summary>Puts a preempted request back before the others of its user.</summary>
    public void Return(ActiveRequest request)
    {
        lock (gate)
        {
            LineOf(request).Waiting.AddFirst(request);
            count++;
        }
    }

    /// <summary>Takes the next request that may start; each user's line keeps its order.</summary>
    public ActiveRequest? TryTake(Func<string, int> running, Func<ActiveRequest, bool> mayStart)
    {
        lock (gate)
        {
            foreach (var line in lines.Values.OrderBy(l => running(l.User)).ThenBy(l => l.LastTurn))
            {
                var first = line.Waiting.First!.Value;
                if (mayStart(first))
                {
                    Remove(line, first);
                    line.LastTurn = ++turns;
                    return first;
                }
            }

            return null;
        }
    }

    /// <summary>Takes every request that a condition holds for.</summary>
    public IReadOnlyList<ActiveRequest> TakeAll(Func<ActiveRequest, bool> condition)
    {
        lock (gate)
        {
            var taken = lines.Values.SelectMany(l => l.Waiting).Where(condition).ToList();
            taken.ForEach(r => Remove(lines[r.Request.User], r));
            return taken;
        }
    }

    /// <summary>Its place in the order of service, about: 1 is next; 0 when it does not wait.</summary>
    public int PositionOf(ActiveRequest request)
    {
        lock (gate)
        {
            if (!lines.TryGetValue(request.Request.User, out var line) || IndexIn(line, request) is not { } index)
            {
                return 0;
            }

            // While its line moves up by one, every other line does.
            return 1 + index + lines.Values.Where(l => l != line).Sum(l => Math.Min(l.Waiting.Count, index + (l.LastTurn < line.LastTurn ? 1 : 0)));
        }
    }

    private static int? IndexIn(Line line, ActiveRequest request)
    {
        var index = 0;
        foreach (var waiting in line.Waiting)
        {
            if (waiting == request)
            {
                return index;
            }

            index++;
        }

        return null;
    }

    private Line LineOf(ActiveRequest request)
    {
        var user = request.Request.User;
        if (!lines.TryGetValue(user, out var line))
        {
            lines[user] = line = new Line(user) { LastTurn = turns };
        }

        return line;
    }

    private void Remove(Line line, ActiveRequest request)
    {
        line.Waiting.Remove(request);
        count--;
        if (line.Waiting.Count == 0)
        {
            lines.Remove(line.User);
        }
    }

    private sealed class Line(string user)
    {
        public string User => user;

        public LinkedList<ActiveRequest> Waiting { get; } = [];

        public long LastTurn { get; set; }
    }
}
