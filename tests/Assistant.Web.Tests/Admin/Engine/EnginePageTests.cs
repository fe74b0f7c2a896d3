using Assistant.Core.Answers;
using Assistant.Web.Admin;
using Assistant.Web.Admin.Engine;
using Assistant.Web.Engine;
using Assistant.Web.Tests.Engine;
using Assistant.Web.Tests.Hosting;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Assistant.Web.Tests.Admin.Engine;

public sealed class EnginePageTests(WebHost plain) : BunitContext
{
    [Fact]
    public async Task Open_NoModel_SaysHowToInstallOne()
    {
        await using var circuit = await Desk.OfAsync(plain, "clara@halden.example");

        var page = Open(plain, circuit);

        page.WaitForAssertion(() => page.Markup.ShouldContain("--Inference:Model="));
        page.FindAll("header button").ShouldBeEmpty();
    }

    [Fact]
    public async Task Open_ServerOfItsOwn_SaysWhere()
    {
        await using var host = new WebHost().With("Generation:Endpoint", "http://models.example/v1");
        await using var circuit = await Desk.OfAsync(host, "clara@halden.example");

        var page = Open(host, circuit);

        page.WaitForAssertion(() => page.Markup.ShouldContain("http://models.example/v1"));
    }

    [Fact]
    public async Task Open_RunningEngine_ShowsWhatItDoesAndRestartsIt()
    {
        using var engine = new ScriptedEngine("answer");
        await using var host = await StartAsync(engine);
        await using var circuit = await Desk.OfAsync(host, "clara@halden.example");

        var page = Open(host, circuit);
        page.WaitForAssertion(() => page.Find("#engine-model + p").TextContent.ShouldBe("stand-in-7b"));
        Text(page, "engine-state").ShouldContain("Ready");
        Text(page, "engine-runtime").ShouldContain("An accelerator (CUDA0, gpu, 80 GB)");
        Text(page, "engine-queue").ShouldContain("3 running, 4 waiting");
        Text(page, "engine-cache").ShouldContain("62 % of 200,000 prompt tokens reused");
        Text(page, "engine-work").ShouldContain("75 % of 10,000");
        page.FindAll("section[aria-labelledby=engine-traffic] tbody th").Select(t => t.TextContent).ShouldBe(["hr@3", "base"]);

        page.Find("header button").Click();
        page.WaitForElement("dialog .dialog-actions button:last-child").Click();

        page.WaitForAssertion(() => host.Services.GetRequiredService<EngineSupervisor>().Snapshot.Restarts.ShouldBe(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Open_UnusableModel_SaysWhyAndStartsItAgain()
    {
        using var engine = new ScriptedEngine("refuse");
        await using var host = await StartAsync(engine);
        await using var circuit = await Desk.OfAsync(host, "clara@halden.example");

        var page = Open(host, circuit);

        page.WaitForAssertion(() => page.Find("[role=alert]").TextContent.ShouldContain("wrong shape"));
        page.Find("header button").TextContent.ShouldContain("Start again");
    }

    [Theory]
    [InlineData("anna@halden.example")]
    [InlineData(null)]
    public async Task Desk_OfNoAdministrator_ShowsAndDoesNothing(string? email)
    {
        await using var circuit = await Desk.OfAsync(plain, email);
        var desk = circuit.Get<EngineDesk>();

        (await desk.ReadAsync(Xunit.TestContext.Current.CancellationToken)).ShouldBeNull();
        (await desk.RestartAsync(Xunit.TestContext.Current.CancellationToken)).ShouldBe(CommandResult.NotAllowed);
    }

    /// <summary>A host whose engine is ready, or has given up.</summary>
    private static async Task<WebHost> StartAsync(ScriptedEngine engine)
    {
        var host = new WebHost { Replace = services => services.Replace(ServiceDescriptor.Singleton(ScriptedEngine.Command)) }.With("Inference:Model", engine.Model);
        await host.Services.GetRequiredService<IModelServer>().ConnectAsync(TimeSpan.FromMinutes(1), Xunit.TestContext.Current.CancellationToken);
        return host;
    }

    private IRenderedComponent<EnginePage> Open(WebHost host, Desk circuit)
    {
        this.UseApplication(host);
        Services.AddSingleton(circuit.Get<EngineDesk>());
        return Render<EnginePage>();
    }

    private static string Text(IRenderedComponent<EnginePage> page, string section) =>
        string.Join(' ', page.Find($"section[aria-labelledby={section}]").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
