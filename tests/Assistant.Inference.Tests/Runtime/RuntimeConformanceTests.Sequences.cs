namespace Assistant.Inference.Tests.Runtime;

public abstract partial class RuntimeConformanceTests
{
    [Fact]
    public void CopyPrefix_ThenDiverging_ContinuesBothAsIfAlone()
    {
        var model = Load(files.Base);
        var context = CreateContext(model);
        var prefix = Text(50);
        int[] left = Text(6, 2), right = Text(6, 3);
        Decode(context, 0, 0, [.. prefix, .. left]);

        context.CopyPrefix(0, 1, prefix.Length);

        context.Length(1).ShouldBe(prefix.Length);
        ShouldAgree(Decode(context, 1, prefix.Length, right), Alone(model, [.. prefix, .. right]));
        ShouldAgree(Decode(context, 0, prefix.Length + left.Length, [700]), Alone(model, [.. prefix, .. left, 700]));
    }

    [Fact]
    public void CopyPrefix_ToManySequences_TakesNoCells()
    {
        var context = CreateContext(Load(files.Base), cells: 256);
        Decode(context, 0, 0, Text(200));

        for (var sequence = 1; sequence < 8; sequence++)
        {
            context.CopyPrefix(0, sequence, 200);
            Decode(context, sequence, 200, Text(5, sequence));
        }

        // The copies outlive the original.
        context.Truncate(0, 0);
        (context.Length(0), context.Length(7)).ShouldBe((0, 205));
    }

    [Fact]
    public void Truncate_ThenContinuing_GivesTheLogitsOfTheShorterText()
    {
        var model = Load(files.Base);
        var context = CreateContext(model);
        var tokens = Text(60);
        var other = Text(5, 2);
        Decode(context, 0, 0, tokens);

        context.Truncate(0, 40);

        context.Length(0).ShouldBe(40);
        ShouldAgree(Decode(context, 0, 40, other), Alone(model, [.. tokens[..40], .. other]));
    }

    [Fact]
    public void Truncate_ToNothing_FreesTheCells()
    {
        var context = CreateContext(Load(files.Base), cells: 256);
        for (var round = 0; round < 5; round++)
        {
            Decode(context, round, 0, Text(200, round));
            context.Truncate(round, 0);
        }

        context.Length(4).ShouldBe(0);
    }

    [Fact]
    public void RestoreState_InAnotherSequenceOrContext_ContinuesTheSame()
    {
        var model = Load(files.Base);
        var context = CreateContext(model);
        var tokens = Text(70);
        Decode(context, 2, 0, tokens);
        var state = new byte[context.StateSize(2)];
        context.SaveState(2, state);
        var expected = Decode(context, 2, 70, [700]);

        context.RestoreState(5, state).ShouldBeTrue();
        var fresh = CreateContext(model);
        fresh.RestoreState(0, state).ShouldBeTrue();

        (context.Length(5), fresh.Length(0)).ShouldBe((70, 70));
        ShouldAgree(Decode(context, 5, 70, [700]), expected);
        ShouldAgree(Decode(fresh, 0, 70, [700]), expected);
    }

    [Fact]
    public void RestoreState_WithoutRoom_SaysSoAndChangesNothing()
    {
        var model = Load(files.Base);
        var context = CreateContext(model, cells: 256);
        var tokens = Text(151);
        Decode(context, 0, 0, tokens.AsSpan(0, 150));
        var state = new byte[context.StateSize(0)];
        context.SaveState(0, state);

        context.RestoreState(1, state).ShouldBeFalse();

        (context.Length(0), context.Length(1)).ShouldBe((150, 0));
        ShouldAgree(Decode(context, 0, 150, tokens.AsSpan(150)), Alone(model, tokens));
    }
}
