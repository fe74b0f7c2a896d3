namespace Assistant.Inference.Cache;

/// <summary>The context's free sequence ids.</summary>
internal sealed class SequenceIds(int count)
{
    private readonly Stack<int> free = new(Enumerable.Range(0, count).Reverse());

    public int? TryTake() => free.TryPop(out var id) ? id : null;

    public void Return(int id) => free.Push(id);
}
