using System.Diagnostics;
using Assistant.Web.Engine;
using Microsoft.Extensions.Configuration;

namespace Assistant.Web.Tests.Engine;

public sealed class EngineEnvironmentTests
{
    [Fact]
    public void Apply_SettingsAndSecrets_GivesTheEngineItsOwnAlone()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Inference:Model", "/models/base.gguf"),
            new("Inference:Adapters:hr@3", "/models/hr.gguf"),
            new("Storage:ConnectionString", "Password=secret"),
        ]).Build();
        var start = new ProcessStartInfo("engine");
        start.Environment["Storage__ConnectionString"] = "Password=secret";
        start.Environment["Host__ApiKeys__1"] = "somebody else's";
        start.Environment["CUDA_VISIBLE_DEVICES"] = "1";
        var keys = EngineKeys.Create();

        new EngineEnvironment(settings).Apply(start, keys);

        start.Environment["Inference__Model"].ShouldBe("/models/base.gguf");
        start.Environment["Inference__Adapters__hr@3"].ShouldBe("/models/hr.gguf");
        start.Environment["Host__ApiKeys__0"].ShouldBe(keys.Api);
        start.Environment["Host__AdminKeys__0"].ShouldBe(keys.Admin);
        start.Environment["Host__ExitWithParent"].ShouldBe("true");
        start.Environment["CUDA_VISIBLE_DEVICES"].ShouldBe("1");
        start.Environment.ContainsKey("PATH").ShouldBeTrue();
        start.Environment.ContainsKey("Host__ApiKeys__1").ShouldBeFalse();
        start.Environment.Values.ShouldNotContain("Password=secret");
    }

    [Fact]
    public void Create_Keys_AreLongAndDifferent()
    {
        var (first, second) = (EngineKeys.Create(), EngineKeys.Create());

        new[] { first.Api, first.Admin, second.Api, second.Admin }.Distinct().Count(k => k.Length == 64).ShouldBe(4);
    }
}
