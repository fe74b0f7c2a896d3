using System.Net;
using System.Text.Json.Nodes;
using Assistant.Inference.Host.Tests.Hosting;

namespace Assistant.Inference.Host.Tests.Reranking;

public sealed class RerankRoutesTests(EmbeddingHost embedding) : IClassFixture<EmbeddingHost>
{
    [Fact]
    public async Task Rerank_OfDocuments_GivesTheBestFirst()
    {
        var answer = await embedding.Host.PostOkAsync("/v1/rerank", new()
        {
            ["model"] = "reranker",
            ["query"] = "annual leave",
            ["documents"] = new JsonArray("leave days", new JsonObject { ["text"] = "travel costs" }, "pay"),
            ["top_n"] = 2,
            ["return_documents"] = true,
        });

        var results = answer["results"]!.AsArray();
        results.Count.ShouldBe(2);
        results.Select(r => (double)r!["relevance_score"]!).ShouldBeInOrder(SortDirection.Descending);
        ((string?)results[0]!["document"]!["text"]).ShouldBe(new[] { "leave days", "travel costs", "pay" }[(int)results[0]!["index"]!]);
    }

    [Theory]
    [InlineData("""{"documents": ["a"]}""", "query")]
    [InlineData("""{"query": "a"}""", "documents")]
    [InlineData("""{"query": "a", "documents": []}""", "documents")]
    [InlineData("""{"query": "a", "documents": [1]}""", "documents")]
    [InlineData("""{"query": "a", "documents": ["a"], "top_n": 0}""", "top_n")]
    public async Task Rerank_OfAWrongBody_NamesTheField(string body, string field)
    {
        using var response = await embedding.Host.PostAsync("/v1/rerank", body);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        ((string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["error"]!["param"]).ShouldBe(field);
    }
}
