using Assistant.Core.Answers;
using Assistant.Core.Audit;
using Assistant.Storage.Database;
using FsCheck.Xunit;

namespace Assistant.Storage.Tests.Database;

public sealed class StoredJsonTests
{
    [Property]
    public void Decompress_CompressedBytes_ComeBack(byte[] content) => StoredJson.Decompress(StoredJson.Compress(content)).ShouldBe(content);

    [Property]
    public void Decompress_AnyBytes_ComeBackOrAreCalledDamaged(byte[] content)
    {
        try
        {
            StoredJson.Decompress(content).ShouldNotBeNull();
        }
        catch (InvalidDataException damaged)
        {
            damaged.Message.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Read_WrittenTrace_IsTheSame()
    {
        var trace = Samples.Trace(Guid.NewGuid(), Samples.Finding()) with { ShownText = "Grüße \0 „Zitat“ 😀" };

        var read = StoredJson.Read<AnswerTrace>(StoredJson.WriteBytes(trace));

        StoredJson.Write(read).ShouldBe(StoredJson.Write(trace));
        read.ShownText.ShouldBe(trace.ShownText);
        read.Route!.Scores.ShouldBe(trace.Route!.Scores);
        read.ReviewFindings.ShouldBe(trace.ReviewFindings);
    }

    [Fact]
    public void Read_AnswerAndTraceWithoutFactsOfTheModel_AreRead()
    {
        var answer = StoredJson.Read<FinishedAnswer>("""{"outcome":"Answered","generator":"Model","domain":"hr","text":"Text.","citations":[],"notices":[],"searched":[],"seconds":0.5}""");
        var generation = StoredJson.Read<GenerationTrace>("""{"kind":"Model","model":"base","modelHash":null,"adapters":"base","temperature":0.2,"seed":1,"maxTokens":600,"fellBack":false}""");

        (answer.Text, answer.Facts, answer.Problem).ShouldBe(("Text.", null, null));
        (generation.Model, generation.Facts, generation.Problem).ShouldBe(("base", null, null));
    }

    [Fact]
    public void Write_ScoreThatIsNoNumber_DoesNotFail()
    {
        var trace = Samples.Trace(Guid.NewGuid());
        var odd = trace with { Retrieval = trace.Retrieval! with { Support = double.NaN, SupportThreshold = double.PositiveInfinity } };

        StoredJson.Read<AnswerTrace>(StoredJson.WriteBytes(odd)).Retrieval!.Support.ShouldBe(double.NaN);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[]")]
    public void Read_SomethingElse_IsCalledDamaged(string json) => Should.Throw<InvalidDataException>(() => StoredJson.Read<AnswerTrace>(json));
}
