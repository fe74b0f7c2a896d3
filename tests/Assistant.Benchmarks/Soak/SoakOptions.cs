namespace Assistant.Benchmarks.Soak;

/// <summary>What the soak run is asked for.</summary>
internal sealed record SoakOptions(int Requests, int Workers, int Seed)
{
    public const string Usage = "Usage: dotnet run -c Release --project tests/Assistant.Benchmarks -- soak [--requests N] [--workers N] [--seed N]";

    public static SoakOptions From(Arguments arguments)
    {
        arguments.RefuseOthers(["requests", "workers", "seed"]);
        return new SoakOptions(arguments.Number("requests", 20_000, 100), arguments.Number("workers", 8, 1), arguments.Number("seed", 1, 0));
    }
}
