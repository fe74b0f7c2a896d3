using System.Text.Json;
using Assistant.Evaluation;
using Assistant.Evaluation.Answers;
using Assistant.Evaluation.Extraction;
using Assistant.Evaluation.Retrieval;
using Assistant.Evaluation.Routing;

ISuite[] suites = [new AnswersSuite(), new ExtractionSuite(TimeProvider.System), new RetrievalSuite(), new RoutingSuite()];

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

try
{
    var suite = suites.FirstOrDefault(s => s.Name == args.FirstOrDefault())
        ?? throw new UsageException($"Unknown suite '{args.FirstOrDefault()}'.");
    var metrics = await suite.RunAsync(new SuiteArguments([.. args.Skip(1)]), stop.Token);
    Console.WriteLine(metrics.ToJsonString(new JsonSerializerOptions { WriteIndented = false }));
    return 0;
}
catch (UsageException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    await Console.Error.WriteLineAsync("Usage: dotnet run --project tests/Assistant.Evaluation -- <suite> …");
    foreach (var suite in suites)
    {
        await Console.Error.WriteLineAsync($"  {suite.Name} {suite.Usage}");
    }

    return 2;
}
