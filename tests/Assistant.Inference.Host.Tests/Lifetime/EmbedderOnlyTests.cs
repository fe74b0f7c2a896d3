using System.Net;
using Assistant.Inference.Host.Tests.Hosting;

namespace Assistant.Inference.Host.Tests.Lifetime;

public sealed class EmbedderOnlyTests(EmbeddingHost embedding) : IClassFixture<EmbeddingHost>
{
    [Fact]
    public async Task Chat_OfAHostWithoutABaseModel_Is404AndSaysWhatToSet()
    {
        using var response = await embedding.Host.PostAsync("/v1/chat/completions", """{"model": "base", "messages": []}""");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Inference:Model");
    }

    [Fact]
    public async Task Health_OfAHostWithoutABaseModel_NamesTheOthers()
    {
        var health = await embedding.Host.GetAsync("/health");

        ((string?)health["embedder"]!["name"]).ShouldBe("embedder");
        ((string?)health["reranker"]!["name"]).ShouldBe("reranker");
        health["model"].ShouldBeNull();
    }
}
