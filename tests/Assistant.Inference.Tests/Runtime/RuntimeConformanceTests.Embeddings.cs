using Assistant.Inference.Runtime;
using Assistant.TestKit.Models;

namespace Assistant.Inference.Tests.Runtime;

public abstract partial class RuntimeConformanceTests
{
    private static readonly string[] Sentences = ["the leave policy of the company", "your password", "the total price of all orders with tax"];

    [Fact]
    public void Embedding_OfManyTextsInABatch_IsTheOneEachHasAlone()
    {
        var model = Load(files.Write(Encoder(ModelKind.BertEmbedder)));

        var together = Embed(model, Pooling.FromModel, Sentences);

        together.ShouldAllBe(e => e.Length == model.EmbeddingLength);
        for (var i = 0; i < Sentences.Length; i++)
        {
            ShouldAgree(together[i], Embed(model, Pooling.FromModel, [Sentences[i]])[0]);
            ShouldDiffer(together[i], together[(i + 1) % Sentences.Length]);
        }
    }

    [Fact]
    public void Embedding_OfADecoder_IsPooledAsAsked()
    {
        var model = Load(files.Base);

        var mean = Embed(model, Pooling.Mean, Sentences)[0];

        mean.Length.ShouldBe(model.EmbeddingLength);
        ShouldDiffer(Embed(model, Pooling.Last, Sentences)[0], mean);
    }

    [Fact]
    public void Embedding_OfAReranker_IsItsScores()
    {
        var model = Load(files.Write(Encoder(ModelKind.BertReranker)));

        var together = Embed(model, Pooling.Rank, Sentences);

        model.ClassifierOutputs.ShouldBe(1);
        together.ShouldAllBe(scores => scores.Length == 1);
        together.Select(scores => scores[0]).Distinct().Count().ShouldBe(Sentences.Length);
        ShouldAgree(together[1], Embed(model, Pooling.Rank, [Sentences[1]])[0]);
    }

    [Fact]
    public void Embedding_OfASequenceThatWasNotComputed_Throws()
    {
        var model = Load(files.Write(Encoder(ModelKind.BertEmbedder)));
        using var context = model.CreateContext(new ContextSettings(512, 512, 4, Threads: 1, Pooling: Pooling.FromModel));
        context.Decode(Batch(0, 0, model.Vocabulary.Tokenize("policy", addSpecial: true, parseSpecial: false)));

        Should.Throw<RuntimeException>(() => context.Embedding(3).ToArray());
    }

    private static TinyModelOptions Encoder(ModelKind kind) => new() { Kind = kind, Vocabulary = Vocabularies.WordPiece(), Context = 512 };

    private static float[][] Embed(IRuntimeModel model, Pooling pooling, string[] texts)
    {
        using var context = model.CreateContext(new ContextSettings(512, 512, 4, Threads: 1, KeyValueType.F32, FlashAttention.Off, pooling));
        var batch = new TokenBatch(512);
        for (var sequence = 0; sequence < texts.Length; sequence++)
        {
            // An encoder has no cache, and forgetting a sequence is no error.
            context.Truncate(sequence, 0);
            foreach (var (position, token) in model.Vocabulary.Tokenize(texts[sequence], addSpecial: true, parseSpecial: false).Index())
            {
                batch.Add(token, position, sequence, output: true);
            }
        }

        context.Decode(batch).ShouldBe(DecodeStatus.Done);
        return [.. Enumerable.Range(0, texts.Length).Select(sequence => context.Embedding(sequence).ToArray())];
    }
}
