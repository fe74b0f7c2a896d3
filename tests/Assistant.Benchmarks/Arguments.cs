using System.Globalization;

namespace Assistant.Benchmarks;

/// <summary>"--name value" pairs, which may repeat, and flags without a value.</summary>
internal sealed class Arguments
{
    private readonly List<(string Name, string? Value)> given = [];

    public Arguments(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!IsName(arguments[i]))
            {
                throw new UsageException($"'{arguments[i]}' follows no '--name'.");
            }

            var hasValue = i + 1 < arguments.Count && !IsName(arguments[i + 1]);
            given.Add((arguments[i][2..], hasValue ? arguments[i + 1] : null));
            i += hasValue ? 1 : 0;
        }
    }

    public bool Has(string name) => given.Any(g => g.Name == name);

    public IReadOnlyList<string> All(string name) =>
        [.. given.Where(g => g.Name == name).Select(g => g.Value ?? throw new UsageException($"--{name} needs a value."))];

    public string? Optional(string name) => All(name) is [.., var last] ? last : null;

    public int Number(string name, int otherwise, int least) =>
        Optional(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number
        : throw new UsageException($"--{name} must be a number from {least}, not '{text}'.");

    public string OneOf(string name, params IReadOnlyList<string> choices) =>
        Optional(name) is not { } text ? choices[0]
        : choices.Contains(text) ? text
        : throw new UsageException($"--{name} must be one of {string.Join(", ", choices)}, not '{text}'.");

    public void RefuseOthers(IReadOnlyList<string> known)
    {
        if (given.FirstOrDefault(g => !known.Contains(g.Name)) is { Name: { } unknown })
        {
            throw new UsageException($"--{unknown} is no argument.");
        }
    }

    private static bool IsName(string argument) => argument.StartsWith("--", StringComparison.Ordinal);
}

/// <summary>The command line cannot be run as given.</summary>
internal sealed class UsageException(string message) : Exception(message);
