using System.Net.Http.Headers;
using System.Text.Json;
using Assistant.Core.Answers;
using Assistant.Inference.Status;

namespace Assistant.Web.Engine;

/// <summary>Asks one engine process how it is.</summary>
internal sealed class EngineClient : IDisposable
{
    private const int MaxBytes = 4 * 1024 * 1024;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly HttpClient http;

    public EngineClient(Uri url, EngineKeys keys)
    {
        http = new HttpClient { BaseAddress = url, Timeout = Timeout, MaxResponseContentBufferSize = MaxBytes };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", keys.Admin);
        Address = new ModelAddress(new Uri(url, "/v1"), keys.Api);
    }

    /// <summary>Where and with which key it takes requests.</summary>
    public ModelAddress Address { get; }

    /// <summary>Null when it does not answer.</summary>
    public Task<EngineHealth?> ReadHealthAsync(CancellationToken cancellationToken) => ReadAsync<EngineHealth>("/health", cancellationToken);

    /// <inheritdoc cref="ReadHealthAsync"/>
    public Task<EngineStatus?> ReadStatusAsync(CancellationToken cancellationToken) => ReadAsync<EngineStatus>("/status", cancellationToken);

    public void Dispose() => http.Dispose();

    private async Task<T?> ReadAsync<T>(string path, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            // Any status will do: an engine that is loading or has failed says so in the body.
            using var response = await http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
            return await response.Content.ReadFromJsonAsync<T>(Json, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or ObjectDisposedException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }
}
