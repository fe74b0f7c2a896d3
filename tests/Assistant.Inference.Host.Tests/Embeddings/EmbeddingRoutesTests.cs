using System.Net;
using System.Text.Json.Nodes;
using Assistant.Inference.Host.Tests.Hosting;

namespace Assistant.Inference.Host.Tests.Embeddings;

public sealed class EmbeddingRoutesTests(EmbeddingHost embedding) : IClassFixture<EmbeddingHost>
{
    [Theory]
    [InlineData("""{"model": "embedder"}""", HttpStatusCode.BadRequest, "input")]
    [InlineData("""{"model": "embedder", "input": []}""", HttpStatusCode.BadRequest, "input")]
    [InlineData("""{"model": "embedder", "input": [""]}""", HttpStatusCode.BadRequest, "input")]
    [InlineData("""{"model": "embedder", "input": [1, 2]}""", HttpStatusCode.BadRequest, "input")]
    [InlineData("""{"model": "embedder", "input": "a", "encoding_format": "hex"}""", HttpStatusCode.BadRequest, "encoding_format")]
    [InlineData("""{"model": "embedder", "input": "a", "dimensions": 3}""", HttpStatusCode.BadRequest, "dimensions")]
    [InlineData("""{"model": "base", "input": "a"}""", HttpStatusCode.NotFound, "model")]
    [InlineData("""{"input": "a"}""", HttpStatusCode.NotFound, "model")]
    public async Task Embed_OfAWrongBody_NamesTheField(string body, HttpStatusCode status, string field)
    {
        using var response = await embedding.Host.PostAsync("/v1/embeddings", body);

        response.StatusCode.ShouldBe(status);
        ((string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["error"]!["param"]).ShouldBe(field);
    }
}
