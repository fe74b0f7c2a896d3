using System.Text.Json;
using Assistant.Benchmarks;
using Assistant.Benchmarks.Drivers;
using Assistant.Benchmarks.Soak;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

try
{
    if (args.FirstOrDefault() == "soak")
    {
        var soak = new SoakBenchmark(SoakOptions.From(new Arguments([.. args.Skip(1)])));
        Console.WriteLine((await soak.RunAsync(stop.Token)).ToJsonString(JsonSerializerOptions.Default));
        return 0;
    }

    if (args.FirstOrDefault() != "engine")
    {
        throw new UsageException($"Unknown benchmark '{args.FirstOrDefault()}'.");
    }

    var options = BenchmarkOptions.From(new Arguments([.. args.Skip(1)]));
    await foreach (var result in EngineBenchmark.RunAsync(options, stop.Token))
    {
        Console.WriteLine(result.ToJsonString(JsonSerializerOptions.Default));
    }

    return 0;
}
catch (UsageException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    await Console.Error.WriteLineAsync(BenchmarkOptions.Usage);
    await Console.Error.WriteLineAsync(SoakOptions.Usage);
    return 2;
}
catch (Exception e) when (e is DriverException or HttpRequestException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
