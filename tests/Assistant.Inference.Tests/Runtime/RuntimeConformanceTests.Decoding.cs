using Assistant.Inference.Runtime;

namespace Assistant.Inference.Tests.Runtime;

public abstract partial class RuntimeConformanceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    public void Decode_InChunks_GivesTheLogitsOfTheWhole(int chunk)
    {
        var model = Load(files.Base);
        var context = CreateContext(model);
        var tokens = Text(96);
        var whole = EveryLogits(context, tokens, 0);

        for (var position = 0; position < tokens.Length; position += chunk)
        {
            var part = tokens.AsSpan(position, Math.Min(chunk, tokens.Length - position));
            ShouldAgree(Decode(context, 1, position, part), whole[position + part.Length - 1]);
        }
    }

    [Fact]
    public void Decode_ThreeSequencesInOneBatch_GivesEachTheLogitsItHasAlone()
    {
        var model = Load(files.Base);
        var context = CreateContext(model);
        int[][] texts = [Text(40, 1), Text(25, 2), Text(60, 3)];
        var batch = new TokenBatch(125);
        var last = new int[texts.Length];
        for (var i = 0; i < texts.Max(t => t.Length); i++)
        {
            for (var sequence = 0; sequence < texts.Length; sequence++)
            {
                if (i < texts[sequence].Length)
                {
                    last[sequence] = batch.Add(texts[sequence][i], i, sequence, output: i == texts[sequence].Length - 1);
                }
            }
        }

        context.Decode(batch).ShouldBe(DecodeStatus.Done);

        for (var sequence = 0; sequence < texts.Length; sequence++)
        {
            ShouldAgree(context.Logits(last[sequence]), Alone(model, texts[sequence]));
            context.Length(sequence).ShouldBe(texts[sequence].Length);
        }
    }

    [Fact]
    public void Decode_TheSameTokensAfterOtherTexts_GivesOtherLogits()
    {
        var model = Load(files.Base);

        ShouldDiffer(Alone(model, [.. Text(20, 1), 600]), Alone(model, [.. Text(20, 2), 600]));
    }

    [Fact]
    public void Logits_OfAnEntryThatAskedForNone_Throws()
    {
        var context = CreateContext(Load(files.Base));
        Decode(context, 0, 0, Text(4));

        Should.Throw<RuntimeException>(() => context.Logits(1).ToArray());
    }

    [Theory]
    [InlineData(256, 250, 10)]
    [InlineData(1024, 300, 800)]
    public void Decode_WithoutRoom_SaysSoAndChangesNothing(int cells, int held, int asked)
    {
        var model = Load(files.Base);
        var context = CreateContext(model, cells, batchTokens: 1024);
        var tokens = Text(held + 1);
        Decode(context, 0, 0, tokens.AsSpan(0, held));

        context.Decode(Batch(1, 0, Text(asked, 2))).ShouldBe(DecodeStatus.NoRoom);

        context.Cells.ShouldBe(cells);
        (context.Length(0), context.Length(1)).ShouldBe((held, 0));
        ShouldAgree(Decode(context, 0, held, tokens.AsSpan(held)), Alone(model, tokens));
    }

    private static float[][] EveryLogits(IRuntimeContext context, int[] tokens, int sequence)
    {
        var batch = new TokenBatch(tokens.Length);
        for (var i = 0; i < tokens.Length; i++)
        {
            batch.Add(tokens[i], i, sequence, output: true);
        }

        context.Decode(batch).ShouldBe(DecodeStatus.Done);
        return [.. Enumerable.Range(0, tokens.Length).Select(i => context.Logits(i).ToArray())];
    }
}
