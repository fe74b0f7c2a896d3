using System.Numerics.Tensors;
using Assistant.Inference.Embeddings;
using Assistant.TestKit.Models;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.Inference.Tests.Embeddings;

public sealed class EmbeddingEngineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("assistant-embeddings-").FullName;

    [Theory]
    [InlineData(ModelKind.BertEmbedder)]
    [InlineData(ModelKind.Llama)]
    public async Task Embed_ManyTexts_GivesEachTheVectorItHasAlone(ModelKind kind)
    {
        await using var engine = await LoadEmbedderAsync(kind);
        string[] texts = [.. Enumerable.Range(0, 90).Select(i => $"the leave policy of group {i} says that {new string('a', i % 7)} days off")];

        var together = await engine.EmbedAsync(texts, TestContext.Current.CancellationToken);

        together.Vectors.ShouldAllBe(v => v.Length == engine.Dimensions && Math.Abs(TensorPrimitives.Norm(v) - 1) < 1e-4f);
        foreach (var i in (int[])[0, 41, 89])
        {
            var alone = await engine.EmbedAsync([texts[i]], TestContext.Current.CancellationToken);
            TensorPrimitives.Dot(alone.Vectors[0], together.Vectors[i]).ShouldBe(1f, 1e-3f);
        }

        TensorPrimitives.Dot(together.Vectors[0], together.Vectors[1]).ShouldBeLessThan(0.9999f);
    }

    [Fact]
    public async Task Embed_ATextLongerThanTheContext_IsCutAndCounted()
    {
        await using var engine = await LoadEmbedderAsync(ModelKind.BertEmbedder);

        var batch = await engine.EmbedAsync([string.Join(' ', Enumerable.Repeat("policy", 5_000))], TestContext.Current.CancellationToken);

        batch.Cut.ShouldBe(1);
        batch.Tokens.ShouldBe(engine.Model.ContextTokens);
    }

    [Fact]
    public async Task Embed_WhenCancelled_LeavesTheEngineUsable()
    {
        await using var engine = await LoadEmbedderAsync(ModelKind.BertEmbedder);

        await Should.ThrowAsync<OperationCanceledException>(engine.EmbedAsync(["a"], new CancellationToken(canceled: true)));

        (await engine.EmbedAsync(["a"], TestContext.Current.CancellationToken)).Vectors.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Generate_ThroughTheAbstraction_GivesTheEnginesVectors()
    {
        await using var engine = await LoadEmbedderAsync(ModelKind.BertEmbedder);
        using var generator = new EmbeddingGenerator(engine);

        var generated = await generator.GenerateAsync(["leave", "password"], cancellationToken: TestContext.Current.CancellationToken);

        generated.Select(e => e.Vector.Length).ShouldBe([engine.Dimensions, engine.Dimensions]);
    }

    [Fact]
    public async Task Rerank_Documents_ScoresEachAsItDoesAlone()
    {
        await using var engine = await LoadRerankerAsync(ModelKind.BertReranker);
        string[] documents = ["leave is asked for in the portal", "the vpn needs a certificate", "the portal is down on sundays"];

        var together = await engine.RerankAsync("how do I ask for leave?", documents, TestContext.Current.CancellationToken);

        together.Scores.Distinct().Count().ShouldBe(3);
        for (var i = 0; i < documents.Length; i++)
        {
            var alone = await engine.RerankAsync("how do I ask for leave?", [documents[i]], TestContext.Current.CancellationToken);
            alone.Scores[0].ShouldBe(together.Scores[i], 1e-3f);
        }
    }

    [Fact]
    public async Task Load_TheWrongKindOfModel_SaysWhichKeyToSet()
    {
        (await Should.ThrowAsync<ModelFileException>(LoadRerankerAsync(ModelKind.BertEmbedder))).Message.ShouldContain("Inference:Reranker");
        (await Should.ThrowAsync<ModelFileException>(LoadEmbedderAsync(ModelKind.BertReranker))).Message.ShouldContain("Inference:Embedder");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task<EmbeddingEngine> LoadEmbedderAsync(ModelKind kind) =>
        EmbeddingEngine.LoadEmbedderAsync(new InferenceOptions { Embedder = Write(kind), Threads = 1 }, NullLoggerFactory.Instance, TestContext.Current.CancellationToken);

    private Task<EmbeddingEngine> LoadRerankerAsync(ModelKind kind) =>
        EmbeddingEngine.LoadRerankerAsync(new InferenceOptions { Reranker = Write(kind), Threads = 1 }, NullLoggerFactory.Instance, TestContext.Current.CancellationToken);

    private string Write(ModelKind kind) => TinyModel.Write(Path.Combine(folder, $"{kind}.gguf"), new TinyModelOptions
    {
        Kind = kind,
        Context = 512,
        Vocabulary = kind == ModelKind.Llama ? Vocabularies.Spm() : Vocabularies.WordPiece(),
    });
}
