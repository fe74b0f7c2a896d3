using System.ClientModel;
using Assistant.Inference.Host.Tests.Hosting;
using OpenAI;
using OpenAI.Embeddings;

namespace Assistant.Inference.Host.Tests.Clients;

/// <summary>OpenAI's own clients, unchanged, against a host that embeds.</summary>
public sealed class EmbeddingClientTests(EmbeddingHost embedding) : IClassFixture<EmbeddingHost>
{
    private const string AnyKey = "no key is needed";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task NpmClient_OfEmbeddings_GetsTheSameAsNumbersAndAsBase64() => NpmClient.RunAsync("embeddings", embedding.Host.Address, AnyKey);

    [Fact]
    public async Task GenerateEmbeddings_OfTwoTexts_GivesUnitVectors()
    {
        var client = new EmbeddingClient("embedder", new ApiKeyCredential(AnyKey), new OpenAIClientOptions { Endpoint = new Uri(embedding.Host.Address, "/v1") });

        OpenAIEmbeddingCollection vectors = await client.GenerateEmbeddingsAsync(["annual leave", "travel costs"], cancellationToken: Token);

        vectors.Count.ShouldBe(2);
        vectors.Select(v => v.ToFloats().ToArray().Sum(x => x * x)).ShouldAllBe(square => Math.Abs(square - 1) < 1e-3);
        vectors[0].ToFloats().Span.SequenceEqual(vectors[1].ToFloats().Span).ShouldBeFalse();
    }
}
