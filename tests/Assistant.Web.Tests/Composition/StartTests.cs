using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Assistant.Web.Security;

namespace Assistant.Web.Tests.Composition;

/// <summary>The process as somebody starts it who made a mistake: one message, no stack trace, an exit code.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("assistant-start-").FullName;

    [Theory]
    [InlineData("Accounts:AttemptsUntilLocked", "1", "Accounts:AttemptsUntilLocked must be between 3 and 100")]
    [InlineData("Accounts:AttemptsUntilLocked", "many", "many")]
    [InlineData("Accounts:Demo", "true", "Accounts:Demo")]
    [InlineData("Answers:Concurrency", "0", "Answers:Concurrency must be between")]
    [InlineData("Generation:Endpoint", "localhost", "Generation:Endpoint must be an absolute")]
    [InlineData("OpenTelemetry:Endpoint", "collector", "OpenTelemetry:Endpoint must be an absolute")]
    [InlineData("Storage:Provider", "oracle", "Storage:Provider is 'oracle'")]
    [InlineData("Policies:RulesPath", "/no/such/folder", "Policies:RulesPath")]
    public async Task Start_WrongSetting_NamesKeyAndFix(string key, string value, string expected)
    {
        var (code, output) = await RunAsync($"--{key}={value}");

        code.ShouldBe(1);
        output.ShouldContain(key);
        output.ShouldContain(expected);
        output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Start_TwoLanguageModels_NamesBothKeysAndTheFix()
    {
        var (code, output) = await RunAsync("--Inference:Model=model.gguf", "--Generation:Endpoint=http://localhost:8080/v1");

        code.ShouldBe(1);
        output.ShouldContain("Inference:Model and Generation:Endpoint are both set");
        output.ShouldContain("Remove Generation:Endpoint");
        output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Start_BusyPort_SaysWhich()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        var (code, output) = await RunAsync($"--urls={url}");

        code.ShouldBe(1);
        output.ShouldContain(url);
        output.ShouldContain("--urls");
        output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Start_FolderInUse_SaysWhich()
    {
        await using var held = new FileStream(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        var (code, output) = await RunAsync();

        code.ShouldBe(1);
        output.ShouldContain("another process uses the folder");
        output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Start_MalformedSettingsFile_SaysWhere()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), "{ \"Accounts\": { ", TestContext.Current.CancellationToken);

        var (code, output) = await RunAsync($"--contentRoot={folder}");

        code.ShouldBe(1);
        output.ShouldContain("appsettings.json");
        output.ShouldNotContain("   at ");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(UserAccounts).Assembly.Location, "--urls=http://127.0.0.1:0", $"--DataPath={folder}", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
