using Assistant.Core.Answers;
using Microsoft.Extensions.Options;

namespace Assistant.Orchestration.Generation;

/// <summary>The server at the configured endpoint, or none. Whether it is up, a request finds out.</summary>
internal sealed class ConfiguredModelServer(IOptions<GenerationOptions> options) : IModelServer
{
    private readonly ModelAddress? address = options.Value.Endpoint is { } endpoint ? new ModelAddress(endpoint, options.Value.ApiKey) : null;

    public ModelServerState State => address is null ? ModelServerState.None : ModelServerState.Ready;

    public Task<ModelAddress?> ConnectAsync(TimeSpan patience, CancellationToken cancellationToken) => Task.FromResult(address);
}
