using System.Diagnostics;
using System.Text.Json.Nodes;
using Assistant.Orchestration.Telemetry;
using Assistant.Web.Tests.Hosting;

namespace Assistant.Web.Tests.Observability;

public sealed class LogTests(WebHost host)
{
    [Fact]
    public async Task Request_InTheLogFile_HasATraceIdAndNoQuery()
    {
        using var session = await host.SignInAsync("anna@halden.example");
        await session.Http.GetAsync("/account/password?token=hush-hush", TestContext.Current.CancellationToken);

        var log = await host.ReadLogAsync();

        log.ShouldNotContain("hush-hush");
        var entry = log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!.AsObject())
            .Last(e => e["RequestPath"]?.GetValue<string>() == "/account/password");
        entry["@tr"]!.GetValue<string>().Length.ShouldBe(32);
        entry["StatusCode"]!.GetValue<int>().ShouldBe(200);
        entry["UserId"]!.GetValue<string>().ShouldBe((await host.IdOfAsync("anna@halden.example")).ToString());
    }

    [Fact]
    public async Task Log_OfEverythingSoFar_NamesNobody()
    {
        using var signedIn = await host.SignInAsync("anna@halden.example");
        using var visitor = host.Visit();
        await visitor.SignInAsync("nobody@halden.example", "my secret password");

        var log = await host.ReadLogAsync();

        log.ShouldNotContain("@halden.example");
        log.ShouldNotContain("my secret password");
    }

    [Fact]
    public void Pipeline_Traces_AreListenedTo()
    {
        host.Services.ShouldNotBeNull();
        using var source = new ActivitySource(PipelineTelemetry.Name);

        source.HasListeners().ShouldBeTrue();
    }
}
