using System.Net;
using System.Net.Http.Headers;
using Assistant.Inference.Host.Tests.Hosting;

namespace Assistant.Inference.Host.Tests.Security;

public sealed class KeyCheckTests(SharedHost shared)
{
    [Theory]
    [InlineData("/health", null, HttpStatusCode.OK)]
    [InlineData("/health/ready", null, HttpStatusCode.OK)]
    [InlineData("/metrics", null, HttpStatusCode.Unauthorized)]
    [InlineData("/status", null, HttpStatusCode.Unauthorized)]
    [InlineData("/v1/models", null, HttpStatusCode.Unauthorized)]
    [InlineData("/nothing", null, HttpStatusCode.Unauthorized)]
    [InlineData("/v1/models", "a-key-of-a-calle", HttpStatusCode.Unauthorized)]
    [InlineData("/v1/models", "a-key-of-a-caller2", HttpStatusCode.Unauthorized)]
    [InlineData("/v1/models", "A-KEY-OF-A-CALLER", HttpStatusCode.Unauthorized)]
    [InlineData("/v1/models", SharedHost.Key, HttpStatusCode.OK)]
    [InlineData("/v1/models", SharedHost.AdminKey, HttpStatusCode.OK)]
    [InlineData("/status", SharedHost.Key, HttpStatusCode.OK)]
    [InlineData("/metrics", SharedHost.Key, HttpStatusCode.OK)]
    public async Task Get_WithAKey_IsAllowedAsItSays(string path, string? key, HttpStatusCode status)
    {
        using var response = await SendAsync(HttpMethod.Get, path, key);

        response.StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData(SharedHost.Key, HttpStatusCode.Forbidden)]
    [InlineData(SharedHost.AdminKey, HttpStatusCode.NotFound)]
    public async Task Delete_OfAnAdapter_NeedsAnAdministratorsKey(string? key, HttpStatusCode status)
    {
        using var response = await SendAsync(HttpMethod.Delete, "/v1/adapters/none@1", key);

        response.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Get_WithAKeyInAnotherScheme_IsRefused()
    {
        using var client = new HttpClient { BaseAddress = shared.Host.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", SharedHost.Key);

        using var response = await client.GetAsync(new Uri("/v1/models", UriKind.Relative), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Bearer");
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? key)
    {
        using var client = new HttpClient { BaseAddress = shared.Host.Address };
        if (key is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        return await client.SendAsync(new HttpRequestMessage(method, new Uri(path, UriKind.Relative)), TestContext.Current.CancellationToken);
    }
}
