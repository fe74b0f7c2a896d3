using System.Diagnostics;
using System.Text.Json.Nodes;
using Assistant.Core.Access;
using Assistant.Core.Retrieval;
using Assistant.Text.Languages;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Evaluation.Retrieval;

/// <summary>Ranks the texts of a test collection for its questions, with the product's index.</summary>
internal sealed class RetrievalSuite : ISuite
{
    private const int Depth = 100;

    public string Name => "retrieval";

    public string Usage => "(--squad FILE | --beir DIR) [--language CODE]";

    public async Task<JsonObject> RunAsync(SuiteArguments arguments, CancellationToken cancellationToken)
    {
        var squad = arguments.Optional("squad") is null ? null : arguments.RequiredFile("squad");
        var collection = squad is not null ? SquadFile.Read(squad) : BeirFolder.Read(arguments.RequiredDirectory("beir"));
        if (collection.Questions.Count == 0)
        {
            throw new UsageException("There is no question with a relevant text in these files.");
        }

        await using var indexed = await IndexedCollection.CreateAsync(collection, arguments.Optional("language"), cancellationToken);
        var index = indexed.Services.GetRequiredService<IPassageIndex>();
        var languages = indexed.Services.GetRequiredService<LanguageDetector>();
        var scope = AccessScope.ForGroups([]);
        var rankings = new List<(IReadOnlyList<string> Ranked, IReadOnlyDictionary<string, int> Relevant)>();
        var milliseconds = new List<double>();
        foreach (var question in collection.Questions)
        {
            var start = Stopwatch.GetTimestamp();
            var language = arguments.Optional("language") ?? languages.Detect(question.Text);
            var found = await index.SearchAsync(new PassageQuery(question.Text, null, language, null, scope, Depth + 1), cancellationToken);
            milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);

            // Where questions are texts of the corpus themselves, finding the question does not count.
            rankings.Add(([.. found.Passages.Select(p => indexed.TextId(p.Passage)).Where(id => id != question.Id).Take(Depth)], collection.Relevant[question.Id]));
        }

        double Mean(Func<IReadOnlyList<string>, IReadOnlyDictionary<string, int>, double> metric) =>
            Math.Round(rankings.Average(r => metric(r.Ranked, r.Relevant)), 4);

        var metrics = squad is not null
            ? new JsonObject
            {
                ["r_at_1"] = Mean((r, j) => RankingMetrics.HitAt(1, r, j)),
                ["r_at_5"] = Mean((r, j) => RankingMetrics.HitAt(5, r, j)),
                ["mrr_at_10"] = Mean((r, j) => RankingMetrics.ReciprocalRankAt(10, r, j)),
            }
            : new JsonObject
            {
                ["ndcg_at_10"] = Mean((r, j) => RankingMetrics.NdcgAt(10, r, j)),
                ["recall_at_100"] = Mean((r, j) => RankingMetrics.RecallAt(Depth, r, j)),
            };
        metrics["questions"] = collection.Questions.Count;
        metrics["passages"] = indexed.Passages;
        metrics["p50_ms"] = Percentiles.Of(milliseconds, 0.5);
        metrics["p95_ms"] = Percentiles.Of(milliseconds, 0.95);
        return metrics;
    }
}
