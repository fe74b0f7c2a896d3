using Assistant.Core.Retrieval;
using Assistant.Retrieval.Tests.Conformance;

namespace Assistant.Retrieval.Tests.Embedded;

public sealed class EmbeddedRankingConformanceTests : RankingConformance
{
    protected override Task<(IPassageIndex Index, IAsyncDisposable Owner)> CreateAsync() => New.Index();
}

public sealed class EmbeddedAccessConformanceTests : AccessConformance
{
    protected override Task<(IPassageIndex Index, IAsyncDisposable Owner)> CreateAsync() => New.Index();
}

public sealed class EmbeddedReplacementConformanceTests : ReplacementConformance
{
    protected override Task<(IPassageIndex Index, IAsyncDisposable Owner)> CreateAsync() => New.Index();
}

public sealed class EmbeddedTextConformanceTests : TextConformance
{
    protected override Task<(IPassageIndex Index, IAsyncDisposable Owner)> CreateAsync() => New.Index();
}

internal static class New
{
    public static Task<(IPassageIndex Index, IAsyncDisposable Owner)> Index()
    {
        var embedded = new EmbeddedIndex();
        return Task.FromResult<(IPassageIndex, IAsyncDisposable)>((embedded.Index, embedded));
    }
}
