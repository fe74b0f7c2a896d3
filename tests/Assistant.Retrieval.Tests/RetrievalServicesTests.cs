using Assistant.Core.Retrieval;
using Assistant.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Assistant.Retrieval.Tests;

public sealed class RetrievalServicesTests
{
    [Theory]
    [InlineData("Retrieval:Ranking:LengthPenalty", "1.5")]
    [InlineData("Retrieval:Ranking:Saturation", "-1")]
    [InlineData("Retrieval:Ranking:GramShare", "2")]
    [InlineData("DataPath", "a\0b")]
    public async Task AddRetrieval_ValueOutOfRange_EndsTheStartNamingTheKey(string key, string value)
    {
        using var host = Build(key, value);

        var failure = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        failure.Message.ShouldContain(key);
    }

    [Fact]
    public void AddRetrieval_Defaults_GiveOneIndexForAll()
    {
        using var host = Build("DataPath", "data");

        host.Services.GetRequiredService<IPassageIndex>().ShouldBeSameAs(host.Services.GetRequiredService<IPassageIndex>());
    }

    private static IHost Build(string key, string value)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([new(key, value)]);
        builder.Services.AddText().AddRetrieval(builder.Configuration);
        return builder.Build();
    }
}
