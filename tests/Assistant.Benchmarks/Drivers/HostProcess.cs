using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Assistant.Inference;

namespace Assistant.Benchmarks.Drivers;

/// <summary>The engine's server as a child process, on a free port of this machine.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Process process;

    private HostProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Memory that the process holds now.</summary>
    public long MemoryBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <exception cref="DriverException">It ended before it was ready.</exception>
    public static async Task<HostProcess> StartAsync(InferenceOptions settings, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Assistant.Inference.Host.dll"), "--urls", "http://127.0.0.1:0", .. Settings(settings)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync(cancellationToken);
        var address = line is null ? null : (string?)JsonNode.Parse(line)?["listening"];
        var host = new HostProcess(process, new Uri((address ?? throw new DriverException($"The host did not start: {line}")) + "/"));
        await host.WaitUntilReadyAsync(cancellationToken);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static IEnumerable<string> Settings(InferenceOptions settings)
    {
        yield return "--Host:ExitWithParent=true";
        yield return "--Serilog:MinimumLevel:Default=Warning";
        yield return $"--Inference:Model={settings.Model}";
        yield return string.Create(CultureInfo.InvariantCulture, $"--Inference:Threads={settings.Threads}");
        yield return string.Create(CultureInfo.InvariantCulture, $"--Inference:ContextTokens={settings.ContextTokens}");
        yield return string.Create(CultureInfo.InvariantCulture, $"--Inference:CachedPrefixes={settings.CachedPrefixes}");
        yield return string.Create(CultureInfo.InvariantCulture, $"--Inference:HostCacheMegabytes={settings.HostCacheMegabytes}");
        yield return $"--Inference:FlashAttention={settings.FlashAttention}";
        foreach (var (name, file) in settings.Adapters)
        {
            yield return $"--Inference:Adapters:{name}={file}";
        }
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Address };
        while (true)
        {
            if (process.HasExited)
            {
                throw new DriverException($"The host ended with {process.ExitCode}.");
            }

            using var response = await http.GetAsync("health/ready", cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }
}
