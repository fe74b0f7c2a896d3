using Assistant.Inference;
using Assistant.Inference.Runtime;

namespace Assistant.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record BenchmarkOptions
{
    public const string Usage =
        """
        Usage: dotnet run -c Release --project tests/Assistant.Benchmarks -- engine …
          [--driver engine|host]          the engine in this process (default), or its server as a child process
          [--url URL [--key KEY]] [--protocol openai|llama-server]   any server instead; adapters are its model names,
                                          or with llama-server its own numbers in the order of --adapter
          [--base FILE] [--adapter NAME[=FILE]]…   GGUF files; without --base random weights of real dimensions
          [--tiny]                        a tiny model instead, for a look at the output
          [--only PATTERN]                scenarios by name, with * for any text
          [--tokens N] [--repeat N] [--seed N] [--threads N] [--context N]
          [--flash auto|on|off] [--lookup on|off] [--cached N]
        """;

    private static readonly string[] Known =
        ["driver", "url", "key", "protocol", "base", "adapter", "tiny", "only", "tokens", "repeat", "seed", "threads", "context", "flash", "lookup", "cached"];

    /// <summary>"engine", "host", "openai" or "llama-server".</summary>
    public required string Driver { get; init; }

    public Uri? Url { get; init; }

    public string? Key { get; init; }

    public string? Base { get; init; }

    /// <summary>Name and file (null where the server has it), in the order of a server's own numbers.</summary>
    public required IReadOnlyList<(string Name, string? File)> Adapters { get; init; }

    public bool Tiny { get; init; }

    public string Only { get; init; } = "*";

    /// <summary>Tokens of each answer.</summary>
    public int Tokens { get; init; }

    public int Repeat { get; init; }

    public int Seed { get; init; }

    /// <summary>Prompt lookup in the scenarios that do not compare with and without it.</summary>
    public bool Lookup { get; init; }

    /// <summary>The engine's settings, without its files.</summary>
    public required InferenceOptions Engine { get; init; }

    public static BenchmarkOptions From(Arguments arguments)
    {
        arguments.RefuseOthers(Known);
        var url = arguments.Optional("url") is { } text
            ? Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var parsed) ? parsed : throw new UsageException($"--url: '{text}' is no address.")
            : null;
        var driver = arguments.OneOf("driver", "engine", "host");
        var protocol = arguments.OneOf("protocol", "openai", "llama-server");
        var options = new BenchmarkOptions
        {
            Driver = url is null ? driver : protocol,
            Url = url,
            Key = arguments.Optional("key"),
            Base = arguments.Optional("base") is { } path ? Existing("base", path) : null,
            Adapters = [.. arguments.All("adapter").Select(Adapter)],
            Tiny = arguments.Has("tiny"),
            Only = arguments.Optional("only") ?? "*",
            Tokens = arguments.Number("tokens", 64, 2),
            Repeat = arguments.Number("repeat", 1, 1),
            Seed = arguments.Number("seed", 1, 0),
            Lookup = arguments.OneOf("lookup", "on", "off") == "on",
            Engine = new InferenceOptions
            {
                Threads = arguments.Number("threads", 0, 0),
                ContextTokens = arguments.Number("context", 16_384, 256),
                CachedPrefixes = arguments.Number("cached", 0, 0),
                FlashAttention = Enum.Parse<FlashAttention>(arguments.OneOf("flash", "auto", "on", "off"), ignoreCase: true),
            },
        };
        return options switch
        {
            { Url: null, Base: null, Adapters.Count: > 0 } => throw new UsageException("--adapter needs --base."),
            { Url: null } when options.Adapters.Any(a => a.File is null) => throw new UsageException("--adapter must be NAME=FILE."),
            _ => options,
        };
    }

    private static (string Name, string? File) Adapter(string text) =>
        text.Split('=', 2) is [var name, var file] ? (name, Existing("adapter", file)) : (text, null);

    private static string Existing(string argument, string path) =>
        File.Exists(path) ? path : throw new UsageException($"--{argument}: there is no file '{path}'.");
}
