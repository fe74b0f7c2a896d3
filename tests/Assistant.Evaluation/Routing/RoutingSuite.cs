using System.Diagnostics;
using System.Text.Json.Nodes;
using Assistant.Adapters;
using Assistant.Adapters.Routing.Examples;
using Assistant.Core.Access;
using Assistant.Core.Domains;
using Assistant.Core.Routing;
using Assistant.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Evaluation.Routing;

/// <summary>
/// Trains the router on one file and measures it on another. Every label but "oos" is a domain; texts labelled "oos"
/// belong to none.
/// </summary>
internal sealed class RoutingSuite : ISuite
{
    private static readonly AssistantUser Asker = new(Guid.Empty, "Evaluation", [Roles.Employee], AccessScope.ForGroups([]));

    public string Name => "routing";

    public string Usage => "--train FILE --test FILE   (JSON lines with text and label; the label oos is out of scope)";

    public async Task<JsonObject> RunAsync(SuiteArguments arguments, CancellationToken cancellationToken)
    {
        var trainFile = arguments.RequiredFile("train");
        var train = Read("train", trainFile);
        var test = Read("test", arguments.RequiredFile("test"));
        var labels = train.Where(e => e.Label != LabelledText.OutOfScope).Select(e => e.Label).Distinct().ToList();
        if (labels.Count == 0 || test.All(e => e.Label == LabelledText.OutOfScope))
        {
            throw new UsageException("--train and --test need texts with a label other than 'oos'.");
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Routing:ExamplesPath", trainFile)]).Build();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddText()
            .AddSingleton(new DomainCatalog([.. labels.Select(l => new Domain(l, l))]))
            .AddAdapters(configuration)
            .BuildServiceProvider();

        var start = Stopwatch.GetTimestamp();
        var router = services.GetRequiredService<IRouter>();
        await RouteAsync(router, test[0], cancellationToken);
        var trained = Stopwatch.GetElapsedTime(start);

        var routed = new List<RoutedText>(test.Count);
        foreach (var example in test)
        {
            routed.Add(await RouteAsync(router, example, cancellationToken));
        }

        var metrics = RoutingMetrics.Of(routed);
        metrics["train"] = train.Count;
        metrics["labels"] = labels.Count;
        metrics["train_seconds"] = Math.Round(trained.TotalSeconds, 2);
        return metrics;
    }

    private static async Task<RoutedText> RouteAsync(IRouter router, LabelledText example, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var route = await router.RouteAsync(new RouteRequest(example.Text, [], Asker, null), cancellationToken);
        return new RoutedText(example.Label, route, Stopwatch.GetElapsedTime(start));
    }

    private static IReadOnlyList<LabelledText> Read(string argument, string path)
    {
        var set = ExampleReader.Read(path);
        return set.Problems.Count == 0 && set.Examples.Count > 0
            ? set.Examples
            : throw new UsageException($"--{argument}: {(set.Problems is [var first, ..] ? first : "the file is empty.")}");
    }
}
