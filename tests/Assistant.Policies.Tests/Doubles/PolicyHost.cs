using Assistant.Core.Policies;
using Assistant.Policies.Detectors;
using Assistant.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Assistant.Policies.Tests.Doubles;

/// <summary>The real composition, started.</summary>
internal sealed class PolicyHost : IAsyncDisposable
{
    private readonly IHost host;

    private PolicyHost(IHost host) => this.host = host;

    public IServiceProvider Services => host.Services;

    public IPolicyEngine Engine => host.Services.GetRequiredService<IPolicyEngine>();

    public PolicyRuleStatus Status => host.Services.GetRequiredService<IPolicyRules>().Status;

    public static async Task<PolicyHost> StartAsync(
        string? folder = null,
        IReadOnlyList<IDetectorFactory>? detectors = null,
        TimeProvider? time = null,
        CapturedLog? log = null,
        params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        builder.Configuration["Policies:RulesPath"] = folder;
        builder.Logging.ClearProviders();
        if (log is not null)
        {
            builder.Logging.AddProvider(log);
        }

        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddText().AddPolicies(builder.Configuration);
        foreach (var detector in detectors ?? [])
        {
            builder.Services.AddSingleton(detector);
        }

        var host = builder.Build();
        try
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
        }
        catch
        {
            host.Dispose();
            throw;
        }

        return new PolicyHost(host);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
