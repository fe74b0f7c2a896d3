using Assistant.Inference.Runtime;
using Assistant.Inference.Status;
using Assistant.Inference.Validation;

namespace Assistant.Inference.Adapters;

/// <summary>A loaded adapter and how many requests hold it. Counted under the pool's lock.</summary>
internal sealed class PooledAdapter(string name, string hash, AdapterInfo info, IRuntimeAdapter weights, DateTimeOffset loadedAt)
{
    public string Name => name;

    public string Hash => hash;

    public IRuntimeAdapter Weights => weights;

    public int Leases { get; set; }

    /// <summary>Out of service: freed when the last lease ends.</summary>
    public bool Retired { get; set; }

    public AdapterDescription Describe() => new(name, hash, info.Rank, info.Alpha, info.File.Length, Leases, loadedAt);
}
