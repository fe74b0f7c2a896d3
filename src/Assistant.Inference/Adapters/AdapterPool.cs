using Assistant.Inference.Generation;
using Assistant.Inference.Gguf;
using Assistant.Inference.Runtime;
using Assistant.Inference.Status;
using Assistant.Inference.Validation;

namespace Assistant.Inference.Adapters;

/// <summary>
/// The adapters in memory. Loading, validation included, happens on the caller's thread while the engine computes;
/// freeing happens on the engine's thread, which first stops using the weights.
/// </summary>
internal sealed class AdapterPool(IRuntimeModel model, BaseModelInfo baseModel, string baseHash, TimeProvider time, Action<PooledAdapter> free) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, PooledAdapter> byName = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim loading = new(1);

    public IReadOnlyList<AdapterDescription> Describe()
    {
        lock (gate)
        {
            return [.. byName.Values.OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => a.Describe())];
        }
    }

    /// <summary>Validates and loads a file. A name in use gets the new file; requests in flight keep the old one.</summary>
    public async Task<AdapterResult> LoadAsync(string name, string path, CancellationToken cancellationToken)
    {
        if (!AdapterName.IsValid(name))
        {
            return new AdapterResult.Refused($"\"{name}\" is not an adapter name: use letters, digits, '-', '_', '.' and '@', such as hr@3.");
        }

        await loading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var read = AdapterValidator.Validate(path, baseModel);
            if (!read.IsValid)
            {
                return new AdapterResult.Refused(read.Problem.ToString());
            }

            var hash = await ContentHash.ComputeAsync(path, cancellationToken).ConfigureAwait(false);
            var adapter = new PooledAdapter(name, hash, read.Value, model.LoadAdapter(path), time.GetUtcNow());
            Put(adapter);
            return new AdapterResult.Loaded(adapter.Describe());
        }
        catch (Exception e) when (e is RuntimeException or IOException)
        {
            return new AdapterResult.Refused(e.Message);
        }
        finally
        {
            loading.Release();
        }
    }

    /// <returns>False when there is none of that name.</returns>
    public bool Unload(string name)
    {
        lock (gate)
        {
            if (!byName.Remove(name, out var adapter))
            {
                return false;
            }

            Retire(adapter);
            return true;
        }
    }

    /// <returns>Null when one is not in the pool; then the name says which.</returns>
    public AdapterLease? TryLease(IReadOnlyList<AdapterChoice> choices, out string? unknown)
    {
        lock (gate)
        {
            unknown = choices.FirstOrDefault(c => !byName.ContainsKey(c.Name))?.Name;
            if (unknown is not null)
            {
                return null;
            }

            var uses = choices.GroupBy(c => c.Name, StringComparer.Ordinal)
                .Select(g => (Adapter: byName[g.Key], Scale: g.Sum(c => c.Scale)))
                .Where(u => u.Scale != 0)
                .ToList();
            uses.ForEach(u => u.Adapter.Leases++);
            return new AdapterLease(this, baseHash, uses);
        }
    }

    public void Release(IReadOnlyList<PooledAdapter> adapters)
    {
        lock (gate)
        {
            foreach (var adapter in adapters)
            {
                adapter.Leases--;
                FreeIfUnused(adapter);
            }
        }
    }

    public void Dispose() => loading.Dispose();

    private void Put(PooledAdapter adapter)
    {
        lock (gate)
        {
            if (byName.TryGetValue(adapter.Name, out var replaced))
            {
                Retire(replaced);
            }

            byName[adapter.Name] = adapter;
        }
    }

    private void Retire(PooledAdapter adapter)
    {
        adapter.Retired = true;
        FreeIfUnused(adapter);
    }

    private void FreeIfUnused(PooledAdapter adapter)
    {
        if (adapter is { Retired: true, Leases: 0 })
        {
            free(adapter);
        }
    }
}
