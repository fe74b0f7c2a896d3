using System.Diagnostics;
using System.Reflection;

namespace Assistant.Inference.Host.Tests.Clients;

/// <summary>Runs npm/client.mjs.</summary>
internal static class NpmClient
{
    public static async Task RunAsync(string scenario, Uri host, string key)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var script = typeof(NpmClient).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == nameof(NpmClient)).Value!;
        var start = new ProcessStartInfo("node", [script, scenario]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["OPENAI_BASE_URL"] = new Uri(host, "/v1").ToString();
        start.Environment["OPENAI_API_KEY"] = key;

        using var node = Process.Start(start)!;
        var output = await Task.WhenAll(node.StandardOutput.ReadToEndAsync(cancellationToken), node.StandardError.ReadToEndAsync(cancellationToken));
        await node.WaitForExitAsync(cancellationToken);

        node.ExitCode.ShouldBe(0, string.Concat(output));
    }
}
