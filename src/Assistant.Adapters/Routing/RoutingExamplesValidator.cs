using Assistant.Adapters.Routing.Examples;
using Assistant.Core.Domains;
using Microsoft.Extensions.Options;

namespace Assistant.Adapters.Routing;

/// <summary>Reads the examples once at the start, so that a wrong file ends the start and not the first question.</summary>
internal sealed class RoutingExamplesValidator(DomainCatalog domains) : IValidateOptions<RoutingOptions>
{
    private const int ReportedProblems = 5;

    public ValidateOptionsResult Validate(string? name, RoutingOptions options)
    {
        var problems = ExampleReader.ReadFor(domains, options.ExamplesPath).Problems;
        if (problems.Count == 0)
        {
            return ValidateOptionsResult.Success;
        }

        var key = options.ExamplesPath is { } path
            ? $"Routing:ExamplesPath is '{path}'."
            : "Routing:ExamplesPath is not set, and the shipped examples don't fit the configured domains.";
        var rest = problems.Count > ReportedProblems ? $" And {problems.Count - ReportedProblems} more." : "";
        return ValidateOptionsResult.Fail($"{key} {string.Join(' ', problems.Take(ReportedProblems))}{rest} Correct the examples, or name another file or folder of JSON lines.");
    }
}
