using Assistant.Core.Answers;

namespace Assistant.Orchestration.Tests.Doubles;

/// <summary>A model server in whatever state a test puts it into.</summary>
internal sealed class FakeModelServer : IModelServer
{
    public ModelServerState State { get; set; } = ModelServerState.Ready;

    /// <summary>What callers get, by the number of times that they asked before; the last one from then on.</summary>
    public IReadOnlyList<ModelAddress?> Addresses { get; init; } = [null];

    /// <summary>The patience of each call.</summary>
    public List<TimeSpan> Calls { get; } = [];

    public Task<ModelAddress?> ConnectAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        lock (Calls)
        {
            Calls.Add(patience);
            return Task.FromResult(Addresses[Math.Min(Calls.Count, Addresses.Count) - 1]);
        }
    }
}
