using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Assistant.EndToEnd.Tests.Infrastructure;

/// <summary>The application as users run it: a process of its own with a data folder of its own.</summary>
internal sealed class ApplicationProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();

    private ApplicationProcess(string dataPath, IReadOnlyDictionary<string, string> settings)
    {
        DataPath = dataPath;
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        var application = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "web-application.path")).Trim();
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path.GetDirectoryName(application)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(application);
        start.ArgumentList.Add($"--urls={Address.GetLeftPart(UriPartial.Authority)}");
        start.Environment["DataPath"] = dataPath;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    public Uri Address { get; }

    public string DataPath { get; }

    /// <summary>What the process has printed so far.</summary>
    public string Output => string.Join('\n', output);

    /// <summary>Starts the application and waits until it says that it is ready.</summary>
    public static async Task<ApplicationProcess> StartAsync(string dataPath, IReadOnlyDictionary<string, string>? settings = null, bool untilReady = true)
    {
        var application = new ApplicationProcess(dataPath, settings ?? new Dictionary<string, string>());
        application.process.Start();
        application.process.BeginOutputReadLine();
        application.process.BeginErrorReadLine();
        await application.WaitAsync(untilReady ? "/health/ready" : "/health/live");
        return application;
    }

    /// <summary>Ends the process without warning, as a power failure does.</summary>
    /// <param name="withChildren">False to leave the processes that it started to themselves.</param>
    public async Task KillAsync(bool withChildren = true)
    {
        process.Kill(withChildren);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private async Task WaitAsync(string path)
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(10) };
        var limit = Stopwatch.StartNew();
        while (limit.Elapsed < StartLimit)
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The application ended with code {process.ExitCode}:\n{Output}");
            }

            try
            {
                using var response = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"The application was not ready after {StartLimit}:\n{Output}");
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            output.Enqueue(line);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
