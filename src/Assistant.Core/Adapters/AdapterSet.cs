namespace Assistant.Core.Adapters;

/// <summary>The adapters one request is served with. Empty means the base model alone.</summary>
public sealed record AdapterSet(IReadOnlyList<AdapterUse> Adapters)
{
    public static AdapterSet Base { get; } = new([]);

    /// <summary>The name an OpenAI-compatible server knows the set by: "base", or "hr@3".</summary>
    public string ModelName => Adapters.Count == 0 ? "base" : string.Join('+', Adapters.Select(a => $"{a.Name}@{a.Version}"));
}

/// <param name="ContentHash">SHA-256 of the adapter file, lower-case hex.</param>
/// <param name="Scale">User scale; the applied scale is this times alpha / rank.</param>
public sealed record AdapterUse(string Name, int Version, string ContentHash, double Scale);
