using Assistant.Inference.Speculation;
using FsCheck.Xunit;

namespace Assistant.Inference.Tests.Speculation;

public sealed class PromptLookupTests
{
    [Property(MaxTest = 500)]
    public void Draft_AnyTokens_EqualsTheNaiveSearch(int seed)
    {
        var random = new Random(seed);
        var vocabulary = random.Next(1, 6);
        var options = new PromptLookupOptions(MinNgram: 1 + random.Next(2), MaxNgram: 2 + random.Next(4), MaxDraft: 1 + random.Next(20));
        var lookup = new PromptLookup(options);
        List<int> tokens = [];
        for (var i = 0; i < 60; i++)
        {
            var max = random.Next(0, 12);
            var draft = lookup.Draft(max).ToArray();
            draft.ShouldBe(Naive(tokens, options, Math.Min(max, lookup.DraftLength)));
            var token = random.Next(vocabulary);
            lookup.Append(token);
            tokens.Add(token);
        }
    }

    [Fact]
    public void Draft_CopiedPassage_ProposesWhatFollowed()
    {
        var lookup = Filled([10, 11, 12, 13, 14, 15, 16, 99, 10, 11, 12]);
        lookup.Draft(3).ToArray().ShouldBe([13, 14, 15]);
        lookup.Draft(100).ToArray().ShouldBe([13, 14, 15, 16, 99, 10, 11]);
        lookup.Draft(0).Length.ShouldBe(0);
    }

    [Fact]
    public void Draft_LongerSuffix_WinsOverANewerShorterOne()
    {
        var lookup = Filled([1, 2, 3, 4, 7, 9, 2, 3, 8, 1, 2, 3]);
        lookup.Draft(1).ToArray().ShouldBe([4]);
    }

    [Fact]
    public void Report_AcceptedAndRejected_SetTheLength()
    {
        var lookup = Filled([1, 2, 3, 1, 2, 3]);
        var start = lookup.DraftLength;
        lookup.Report(start, start);
        lookup.DraftLength.ShouldBe(15);
        lookup.Report(15, 1);
        lookup.DraftLength.ShouldBe(7);
        lookup.Report(7, 5);
        lookup.DraftLength.ShouldBe(7);
        for (var i = 0; i < 10; i++)
        {
            lookup.Report(1, 0);
        }
        lookup.DraftLength.ShouldBe(3);
    }

    [Fact]
    public void Report_FailuresInARow_PauseLongerEachTime()
    {
        var lookup = Filled([1, 2, 3, 1, 2, 3]);
        lookup.Report(1, 0);
        lookup.Draft(4).Length.ShouldBeGreaterThan(0);
        List<int> pauses = [];
        for (var i = 0; i < 6; i++)
        {
            lookup.Report(1, 0);
            var pause = 0;
            while (lookup.Draft(4).Length == 0)
            {
                pause++;
            }
            pauses.Add(pause);
        }
        pauses.ShouldBe([4, 8, 16, 32, 64, 64]);
        lookup.Report(1, 1);
        lookup.Report(1, 0);
        lookup.Draft(4).Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Report_MoreAcceptedThanDrafted_IsABug() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new PromptLookup().Report(2, 3));

    private static PromptLookup Filled(int[] tokens)
    {
        var lookup = new PromptLookup();
        foreach (var token in tokens)
        {
            lookup.Append(token);
        }
        return lookup;
    }

    private static int[] Naive(List<int> tokens, PromptLookupOptions options, int max)
    {
        for (var n = options.MaxNgram; n >= options.MinNgram; n--)
        {
            for (var end = tokens.Count - 1; end >= n; end--)
            {
                if (tokens.GetRange(end - n, n).SequenceEqual(tokens.TakeLast(n)))
                {
                    return [.. tokens.Skip(end).Take(max)];
                }
            }
        }
        return [];
    }
}
