namespace Assistant.Evaluation;

/// <summary>"--name value" pairs.</summary>
internal sealed class SuiteArguments
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public SuiteArguments(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == arguments.Count)
            {
                throw new UsageException($"'{arguments[i]}' is not a '--name value' pair.");
            }

            values[arguments[i][2..]] = arguments[i + 1];
        }
    }

    public string? Optional(string name) => values.GetValueOrDefault(name);

    public string Required(string name) => Optional(name) ?? throw new UsageException($"--{name} is missing.");

    public string RequiredFile(string name)
    {
        var path = Required(name);
        return File.Exists(path) ? path : throw new UsageException($"--{name}: there is no file '{path}'.");
    }

    public string RequiredDirectory(string name)
    {
        var path = Required(name);
        return Directory.Exists(path) ? path : throw new UsageException($"--{name}: there is no folder '{path}'.");
    }
}

/// <summary>The command line cannot be run as given.</summary>
internal sealed class UsageException(string message) : Exception(message);
