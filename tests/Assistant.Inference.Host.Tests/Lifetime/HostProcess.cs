using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Assistant.Inference.Host.Tests.Lifetime;

/// <summary>The built host as a child process, as a supervisor starts it.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process process;

    private HostProcess(Process process) => this.process = process;

    public Process Process => process;

    public static HostProcess Start(Dictionary<string, string> settings, string urls = "http://127.0.0.1:0")
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Assistant.Inference.Host.dll"), "--urls", urls])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new(process);
    }

    /// <summary>The next line of standard output.</summary>
    public async Task<JsonNode> ReadAsync(CancellationToken cancellationToken) =>
        JsonNode.Parse(await process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("Standard output ended."))!;

    public async Task<int> ExitAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
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
}
