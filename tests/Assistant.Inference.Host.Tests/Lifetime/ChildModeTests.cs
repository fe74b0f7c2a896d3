using System.Net;
using Assistant.Inference.Host.Tests.Hosting;

namespace Assistant.Inference.Host.Tests.Lifetime;

public sealed class ChildModeTests : IDisposable
{
    private const string LoopbackUrl = "http://127.0.0.1:0";

    private readonly TestModels models = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_OfAGoodModel_AnnouncesTheAddressAndBecomesReady()
    {
        await using var host = HostProcess.Start(Settings(models.Base));

        using var client = await ConnectAsync(host);
        (await UntilReadyAsync(client)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Start_WhoseInputCloses_EndsWithCode0()
    {
        await using var host = HostProcess.Start(Settings(models.Base));
        using var client = await ConnectAsync(host);

        host.Process.StandardInput.Close();

        (await host.ExitAsync(Token)).ShouldBe(0);
    }

    [Fact]
    public async Task Kill_OfTheProcess_GivesAnotherExitCodeThanEveryDeliberateEnd()
    {
        await using var host = HostProcess.Start(Settings(models.Base));
        using var client = await ConnectAsync(host);
        await UntilReadyAsync(client);

        host.Process.Kill();

        (await host.ExitAsync(Token)).ShouldNotBeOneOf(0, 1, 3);
    }

    [Fact]
    public async Task Start_OfABrokenModel_SaysWhyAndEndsWithCode3()
    {
        var broken = models.PathOf("broken.gguf");
        await File.WriteAllBytesAsync(broken, (await File.ReadAllBytesAsync(models.Base, Token))[..1000], Token);
        await using var host = HostProcess.Start(Settings(broken));

        ((string?)(await host.ReadAsync(Token))["listening"]).ShouldStartWith("http://127.0.0.1:");
        ((string?)(await host.ReadAsync(Token))["failed"]).ShouldNotBeNull().ShouldContain("broken.gguf");
        (await host.ExitAsync(Token)).ShouldBe(3);
    }

    [Theory]
    [InlineData("Host:MaxBodyBytes", "1", LoopbackUrl, "Host:MaxBodyBytes")]
    [InlineData("Host:ApiKeys:0", "short", LoopbackUrl, "Host:ApiKeys")]
    [InlineData("Host:AdapterFolder", "/no/such/folder", LoopbackUrl, "Host:AdapterFolder")]
    [InlineData("Inference:Backend", "abacus", LoopbackUrl, "Backend")]
    [InlineData("Inference:ContextTokens", "many", LoopbackUrl, "ContextTokens")]
    [InlineData("Host:ExitWithParent", "true", "http://0.0.0.0:0", "Host:ApiKeys")]
    [InlineData("Host:ExitWithParent", "true", "http://*:0", "Host:ApiKeys")]
    public async Task Start_WithAWrongSetting_NamesItAndEndsWithCode3(string key, string value, string urls, string named)
    {
        var settings = Settings(models.Base);
        settings[key] = value;
        await using var host = HostProcess.Start(settings, urls);

        ((string?)(await host.ReadAsync(Token))["failed"]).ShouldNotBeNull().ShouldContain(named);
        (await host.ExitAsync(Token)).ShouldBe(3);
    }

    [Fact]
    public async Task Start_OnAPortInUse_SaysSoAndEndsWithCode1()
    {
        await using var first = HostProcess.Start(Settings(models.Base));
        using var client = await ConnectAsync(first);
        await using var second = HostProcess.Start(Settings(models.Base), client.BaseAddress!.ToString());

        ((string?)(await second.ReadAsync(Token))["failed"]).ShouldNotBeNull().ShouldContain("--urls");
        (await second.ExitAsync(Token)).ShouldBe(1);
    }

    [Fact]
    public async Task Start_WithKeys_MayListenForOtherMachines()
    {
        var settings = Settings(models.Base);
        settings["Host:ApiKeys:0"] = SharedHost.Key;
        await using var host = HostProcess.Start(settings, "http://0.0.0.0:0");

        ((string?)(await host.ReadAsync(Token))["listening"]).ShouldStartWith("http://0.0.0.0:");
    }

    public void Dispose() => models.Dispose();

    private static Dictionary<string, string> Settings(string model) => new()
    {
        ["Inference:Model"] = model,
        ["Inference:Backend"] = "cpu",
        ["Inference:Threads"] = "1",
        ["Inference:ContextTokens"] = "2048",
        ["Host:ExitWithParent"] = "true",
    };

    private static async Task<HttpClient> ConnectAsync(HostProcess host) => new() { BaseAddress = new Uri((string)(await host.ReadAsync(Token))["listening"]!) };

    /// <summary>Health answers from the first moment on, while the model loads.</summary>
    private static async Task<HttpStatusCode> UntilReadyAsync(HttpClient client)
    {
        (await client.GetAsync(new Uri("/health", UriKind.Relative), Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        while (true)
        {
            using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Token);
            if (ready.StatusCode != HttpStatusCode.ServiceUnavailable)
            {
                return ready.StatusCode;
            }

            await Task.Delay(20, Token);
        }
    }
}
