namespace Assistant.Inference.Templates;

/// <summary>What compiling or rendering a chat template may use. A template comes with a model file and is untrusted.</summary>
internal sealed record TemplateLimits
{
    public static TemplateLimits Default { get; } = new();

    /// <summary>Length of the template, UTF-16 code units.</summary>
    public int MaxTemplateLength { get; init; } = 256 * 1024;

    /// <summary>Length of a rendered prompt, and of any string built on the way, UTF-16 code units.</summary>
    public int MaxOutputLength { get; init; } = 8 * 1024 * 1024;

    /// <summary>Wall time of one compilation (the first takes most of a second) or rendering (a few milliseconds).</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes allocated (not: held) during one compilation or rendering.</summary>
    public long MaxAllocatedBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>JavaScript statements that the template engine may run.</summary>
    public int MaxStatements { get; init; } = 20_000_000;

    /// <summary>How deeply statements and expressions of a template, and calls of its macros, may be nested.</summary>
    public int MaxNesting { get; init; } = 250;

    /// <summary>Elements of a list, such as <c>range(n)</c>.</summary>
    public int MaxListLength { get; init; } = 100_000;
}
