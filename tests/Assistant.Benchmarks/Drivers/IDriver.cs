using Assistant.Benchmarks.Load;

namespace Assistant.Benchmarks.Drivers;

/// <summary>Sends requests to an engine or a server.</summary>
internal interface IDriver : IAsyncDisposable
{
    /// <summary>Sends a request, takes its output down and returns when it has ended.</summary>
    /// <exception cref="DriverException">The request was refused or failed.</exception>
    Task GenerateAsync(LoadRequest request, Recording recording, CancellationToken cancellationToken);
}

/// <summary>A measurement is void: a request was refused or failed.</summary>
internal sealed class DriverException(string message) : Exception(message);
