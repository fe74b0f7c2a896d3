using Assistant.Inference.Cache;
using FsCheck.Xunit;

namespace Assistant.Inference.Tests.Cache;

public sealed class PrefixTreeTests
{
    /// <summary>Against the plain definition: the longest common prefix with any entry under the same key.</summary>
    [Property(MaxTest = 300)]
    public void Find_AfterAnyInsertionsAndRemovals_GivesTheLongestSharedPrefix(int seed)
    {
        var random = new Random(seed);
        var tree = new PrefixTree();
        var entries = new List<(PrefixEntry Entry, int[] Tokens)>();
        for (var step = 0; step < 60; step++)
        {
            switch (random.Next(4))
            {
                case 0 when entries.Count > 0:
                    var removed = random.Next(entries.Count);
                    tree.Remove(entries[removed].Entry);
                    entries.RemoveAt(removed);
                    break;
                case 1 when entries.Count > 0:
                    var extended = random.Next(entries.Count);
                    int[] longer = [.. entries[extended].Tokens, .. Tokens(random)];
                    tree.Insert(entries[extended].Entry, longer);
                    entries[extended] = (entries[extended].Entry, longer);
                    break;
                default:
                    var entry = new PrefixEntry($"{random.Next(2)}") { Sequence = random.Next(3) - 1 };
                    var tokens = Tokens(random);
                    tree.Insert(entry, tokens);
                    entries.Add((entry, tokens));
                    break;
            }

            Check(tree, entries, $"{random.Next(2)}", Tokens(random));
        }
    }

    [Fact]
    public void DistinctTokens_OfSharedPrefixes_CountsThemOnce()
    {
        var tree = new PrefixTree();
        tree.Insert(new PrefixEntry("k") { Sequence = 0 }, [1, 2, 3, 4]);
        tree.Insert(new PrefixEntry("k") { Sequence = 1 }, [1, 2, 9]);
        tree.Insert(new PrefixEntry("other") { Sequence = 2 }, [1, 2]);

        tree.DistinctTokens(_ => true).ShouldBe(7);
        tree.DistinctTokens(e => e.Sequence == 1).ShouldBe(3);
    }

    [Fact]
    public void Subsumed_ByALongerEntry_AreItsPrefixesUnderTheSameKey()
    {
        var tree = new PrefixTree();
        var prefix = new PrefixEntry("k");
        var branch = new PrefixEntry("k");
        var whole = new PrefixEntry("k");
        tree.Insert(prefix, [1, 2]);
        tree.Insert(branch, [1, 2, 9]);
        tree.Insert(whole, [1, 2, 3]);

        PrefixTree.Subsumed(whole).ShouldBe([prefix]);
    }

    private static int[] Tokens(Random random) => [.. Enumerable.Range(0, random.Next(8)).Select(_ => random.Next(2))];

    private static void Check(PrefixTree tree, List<(PrefixEntry Entry, int[] Tokens)> entries, string key, int[] query)
    {
        var any = tree.Find(key, query, _ => true);
        var resident = tree.Find(key, query, e => e.IsResident);

        any.Length.ShouldBe(Longest(entries.Where(e => e.Entry.Key == key)));
        resident.Length.ShouldBe(Longest(entries.Where(e => e.Entry.Key == key && e.Entry.IsResident)));
        if (any.Entry is { } found)
        {
            entries.Single(e => e.Entry == found).Tokens.AsSpan().CommonPrefixLength(query).ShouldBe(any.Length);
        }

        int Longest(IEnumerable<(PrefixEntry Entry, int[] Tokens)> candidates) =>
            candidates.Select(e => e.Tokens.AsSpan().CommonPrefixLength(query)).DefaultIfEmpty().Max();
    }
}
