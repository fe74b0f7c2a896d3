using System.Net.Http.Headers;
using System.Text.Json;
using Assistant.Core.Answers;

namespace Assistant.Orchestration.Generation;

/// <summary>What a server tells about its models at "GET models": the engine names its base model and hashes it; other servers list names.</summary>
internal sealed class ModelDirectory(TimeProvider time) : IDisposable
{
    private const int MaxBytes = 1024 * 1024;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly HttpClient http = new() { MaxResponseContentBufferSize = MaxBytes, Timeout = Timeout };
    private volatile Entry? latest;

    /// <summary>The model that requests by this name are served with; known as that name alone where the server does not tell.</summary>
    public async Task<ModelIdentity> FindAsync(ModelAddress address, string requested, CancellationToken cancellationToken)
    {
        var entry = latest;
        if (entry is null || entry.Address != address || time.GetElapsedTime(entry.ReadAt) > Kept)
        {
            latest = entry = new Entry(address, time.GetTimestamp(), await ReadAsync(address, cancellationToken).ConfigureAwait(false));
        }

        return entry.Base ?? new ModelIdentity(requested, Hash: null);
    }

    public void Dispose() => http.Dispose();

    private async Task<ModelIdentity?> ReadAsync(ModelAddress address, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address.Url.ToString().TrimEnd('/') + "/models"));
            if (address.ApiKey is { Length: > 0 } key)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            }

            using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            response.EnsureSuccessStatusCode();
            using var body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
            return BaseOf(body.RootElement);
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or InvalidOperationException or KeyNotFoundException or OperationCanceledException)
        {
            // A server that does not list its models, or not in time, still answers questions.
            return null;
        }
    }

    private static ModelIdentity? BaseOf(JsonElement list) => list.GetProperty("data").EnumerateArray()
        .Where(m => Text(m, "kind") == "base")
        .Select(m => (Name: Text(m, "name") ?? Text(m, "id"), Hash: Text(m, "hash")))
        .Where(m => m.Name is not null)
        .Select(m => new ModelIdentity(m.Name!, m.Hash))
        .FirstOrDefault();

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed record Entry(ModelAddress Address, long ReadAt, ModelIdentity? Base);
}

/// <param name="Hash">SHA-256 of the model file, where the server tells it.</param>
internal sealed record ModelIdentity(string Name, string? Hash);
