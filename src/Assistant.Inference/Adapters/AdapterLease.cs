using System.Globalization;
using Assistant.Inference.Runtime;

namespace Assistant.Inference.Adapters;

/// <summary>A request's adapters with their scales; they stay in memory until it is disposed.</summary>
internal sealed class AdapterLease : IDisposable
{
    private readonly AdapterPool pool;
    private readonly IReadOnlyList<PooledAdapter> adapters;
    private bool disposed;

    /// <param name="uses">One use per adapter, no scale of 0.</param>
    public AdapterLease(AdapterPool pool, string baseHash, IReadOnlyList<(PooledAdapter Adapter, float Scale)> uses)
    {
        this.pool = pool;
        // One order for one set, so that it has one key.
        var ordered = uses.OrderBy(u => u.Adapter.Hash, StringComparer.Ordinal).ToList();
        adapters = [.. ordered.Select(u => u.Adapter)];
        Weights = [.. ordered.Select(u => new ScaledAdapter(u.Adapter.Weights, u.Scale))];
        Key = string.Join('|', ordered.Select(u => $"{u.Adapter.Hash}*{u.Scale.ToString("R", CultureInfo.InvariantCulture)}").Prepend(baseHash));
        Name = uses.Count == 0 ? "base" : string.Join('+', uses.Select(u => u.Scale == 1 ? u.Adapter.Name : string.Create(CultureInfo.InvariantCulture, $"{u.Adapter.Name}*{u.Scale}")));
    }

    /// <summary>Base hash, adapter hashes and scales: equal keys compute equal keys and values.</summary>
    public string Key { get; }

    /// <summary>For people: "base", "hr@3", "hr@3+style@1*0.5".</summary>
    public string Name { get; }

    public ScaledAdapter[] Weights { get; }

    public void Dispose()
    {
        if (!disposed)
        {
            disposed = true;
            pool.Release(adapters);
        }
    }
}
