using Assistant.Storage.Tests.Backends;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Assistant.Storage.Tests;

/// <summary>A test on the storage services as an application has them, over a database of its own.</summary>
public abstract class StorageTest(TestDatabase database) : IAsyncLifetime
{
    private IHost? host;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected TestDatabase Database { get; } = database;

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    protected IServiceProvider Services => host!.Services;

    public async ValueTask InitializeAsync()
    {
        await Database.CreateAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Ends the application and starts it again on the same database.</summary>
    protected async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    private async Task StartAsync() => host = await StorageHost.StartAsync(Database.Settings, Time);

    private async Task StopAsync()
    {
        if (host is not null)
        {
            await host.StopAsync(CancellationToken.None);
            host.Dispose();
            host = null;
        }
    }
}
