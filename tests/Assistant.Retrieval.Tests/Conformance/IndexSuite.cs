using Assistant.Core.Retrieval;

namespace Assistant.Retrieval.Tests.Conformance;

/// <summary>
/// Base of the suites that say what every <see cref="IPassageIndex"/> does. An implementation is tested by a class
/// derived from each of <see cref="RankingConformance"/>, <see cref="AccessConformance"/>,
/// <see cref="ReplacementConformance"/> and <see cref="TextConformance"/>.
/// </summary>
public abstract class IndexSuite : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> created = [];

    /// <summary>A new, empty index, and what must be disposed of after the test.</summary>
    protected abstract Task<(IPassageIndex Index, IAsyncDisposable Owner)> CreateAsync();

    protected async Task<IPassageIndex> NewIndexAsync()
    {
        var (index, owner) = await CreateAsync();
        created.Add(owner);
        return index;
    }

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        foreach (var owner in created)
        {
            await owner.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
