using System.Text.Json.Nodes;

namespace Assistant.Evaluation;

/// <summary>One kind of measurement over the product's own code paths.</summary>
internal interface ISuite
{
    string Name { get; }

    /// <summary>The arguments it takes, for the usage text.</summary>
    string Usage { get; }

    /// <summary>Runs and returns the metrics as one JSON object.</summary>
    /// <exception cref="UsageException">An argument is missing or wrong.</exception>
    Task<JsonObject> RunAsync(SuiteArguments arguments, CancellationToken cancellationToken);
}
