using System.Net;
using Assistant.Inference.Host.Tests.Hosting;

namespace Assistant.Inference.Host.Tests.Security;

public sealed class HostNameTests(EmbeddingHost open) : IClassFixture<EmbeddingHost>
{
    /// <summary>DNS rebinding: a web page whose name resolves to this machine.</summary>
    [Theory]
    [InlineData("attacker.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    public async Task Get_OfAHostWithoutKeys_IsServedUnderLocalNamesOnly(string name, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/v1/models", UriKind.Relative)) { Headers = { Host = name } };

        using var response = await open.Host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(status);
    }
}
