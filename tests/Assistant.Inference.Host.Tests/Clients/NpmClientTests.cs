using Assistant.Inference.Host.Tests.Hosting;

namespace Assistant.Inference.Host.Tests.Clients;

/// <summary>OpenAI's own npm client, unchanged, against the host: npm/client.mjs asserts and names the case that fails.</summary>
public sealed class NpmClientTests(SharedHost shared)
{
    [Theory]
    [InlineData("chat")]
    [InlineData("stream")]
    [InlineData("tools")]
    [InlineData("schema")]
    [InlineData("completions")]
    [InlineData("models")]
    [InlineData("errors")]
    [InlineData("abort")]
    public Task Client_OfACase_GetsWhatItExpects(string scenario) => NpmClient.RunAsync(scenario, shared.Host.Address, SharedHost.Key);
}
