using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Assistant.Web.Health;

/// <summary>Logs once, when everything is ready to answer, how long that took.</summary>
internal sealed class ReadyNotice(HealthCheckService checks, TimeProvider time, ILogger<ReadyNotice> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var report = await checks.CheckHealthAsync(c => c.Tags.Contains(HealthServices.Ready), stoppingToken);
            if (report.Status == HealthStatus.Healthy)
            {
                using var process = Process.GetCurrentProcess();
                logger.Ready((time.GetUtcNow() - process.StartTime.ToUniversalTime()).TotalSeconds);
                return;
            }
        }
    }
}
