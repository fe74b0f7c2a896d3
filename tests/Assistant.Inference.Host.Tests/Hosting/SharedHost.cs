using Assistant.Inference.Host.Tests.Hosting;

[assembly: AssemblyFixture(typeof(SharedHost))]

namespace Assistant.Inference.Host.Tests.Hosting;

/// <summary>One host with keys and an adapter "hr@3", for all tests that don't change it.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    public const string Key = "a-key-of-a-caller";
    public const string AdminKey = "a-key-of-an-admin";

    internal TestHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await TestHost.StartAsync(
        models => new()
        {
            ["Host:ApiKeys:0"] = Key,
            ["Host:AdminKeys:0"] = AdminKey,
            ["Host:MaxBodyBytes"] = "65536",
            ["Host:AdapterFolder"] = models.Adapters,
            ["Inference:Adapters:hr@3"] = models.Adapter,
        },
        Key);

    public ValueTask DisposeAsync() => Host is null ? ValueTask.CompletedTask : Host.DisposeAsync();
}
