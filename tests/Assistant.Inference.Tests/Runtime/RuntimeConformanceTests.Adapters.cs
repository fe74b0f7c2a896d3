using System.Numerics.Tensors;
using System.Threading.Channels;
using Assistant.Inference.Runtime;

namespace Assistant.Inference.Tests.Runtime;

public abstract partial class RuntimeConformanceTests
{
    [Theory]
    [InlineData(1f, 0f)]
    [InlineData(0.5f, 0f)]
    [InlineData(0f, 1.5f)]
    [InlineData(1f, 0.7f)]
    public void SetAdapters_WithScales_GivesTheLogitsOfTheMergedModel(float firstScale, float secondScale)
    {
        var model = Load(files.Base);
        var context = CreateContext(model);
        var first = Open(model.LoadAdapter(files.First));
        var second = Open(model.LoadAdapter(files.Second));
        var tokens = Text(30);

        context.SetAdapters([new ScaledAdapter(first, firstScale), new ScaledAdapter(second, secondScale)]);
        var adapted = Decode(context, 0, 0, tokens);
        context.SetAdapters([]);

        ShouldAgree(adapted, Alone(Load(files.WriteMerged((RuntimeFiles.FirstOptions, firstScale), (RuntimeFiles.SecondOptions, secondScale))), tokens));
        ShouldDiffer(adapted, Alone(model, tokens));
    }

    [Fact]
    public void SetAdapters_ReplacedAndUnset_LeavesNothingBehind()
    {
        var model = Load(files.Base);
        var context = CreateContext(model);
        var first = Open(model.LoadAdapter(files.First));
        var second = Open(model.LoadAdapter(files.Second));
        var tokens = Text(30);
        context.SetAdapters([new ScaledAdapter(first, 1)]);
        Decode(context, 0, 0, tokens);

        context.SetAdapters([new ScaledAdapter(second, 1)]);
        var replaced = Decode(context, 1, 0, tokens);
        context.SetAdapters([]);
        var unset = Decode(context, 2, 0, tokens);

        ShouldAgree(replaced, Alone(Load(files.WriteMerged((RuntimeFiles.SecondOptions, 1))), tokens));
        ShouldAgree(unset, Alone(model, tokens));
    }

    [Fact]
    public async Task LoadAdapter_WhileAContextDecodes_ChangesNoOutput()
    {
        var model = Load(files.Base);
        var context = CreateContext(model);
        var first = Open(model.LoadAdapter(files.First));
        context.SetAdapters([new ScaledAdapter(first, 1)]);
        var quiet = Greedy(context, 0, Text(20), 100);

        using var stop = new CancellationTokenSource();
        var loads = 0;
        var loading = Task.Run(
            () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    model.LoadAdapter(files.Second).Dispose();
                    loads++;
                }
            },
            TestContext.Current.CancellationToken);
        var disturbed = new List<int[]>();
        try
        {
            while (!loading.IsCompleted && (disturbed.Count < 3 || Volatile.Read(ref loads) < 20))
            {
                disturbed.Add(Greedy(context, 0, Text(20), 100));
            }
        }
        finally
        {
            await stop.CancelAsync();
            await loading;
            context.SetAdapters([]);
        }

        loads.ShouldBeGreaterThanOrEqualTo(20);
        disturbed.ShouldAllBe(output => output.SequenceEqual(quiet));
    }

    [Fact]
    public async Task LoadAdapter_WhileOthersAreSetAndFreed_Survives()
    {
        const int Loads = 1_000;
        var model = Load(files.Base);
        var context = CreateContext(model);
        var loaded = Channel.CreateBounded<IRuntimeAdapter>(64);
        var loading = Parallel.ForAsync(0, Loads, TestContext.Current.CancellationToken, (_, stop) => loaded.Writer.WriteAsync(model.LoadAdapter(files.First), stop))
            .ContinueWith(done => loaded.Writer.Complete(done.Exception), TestContext.Current.CancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);

        var freed = 0;
        await foreach (var adapter in loaded.Reader.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            if (freed++ % 8 == 0)
            {
                context.SetAdapters([new ScaledAdapter(adapter, 1)]);
                context.Truncate(0, 0);
                Decode(context, 0, 0, [600]);
                context.SetAdapters([]);
            }

            adapter.Dispose();
        }

        await loading;
        freed.ShouldBe(Loads);
    }

    [Fact]
    public void LoadAdapter_OfNoSuchFile_NamesTheFile()
    {
        var model = Load(files.Base);

        Should.Throw<RuntimeException>(() => model.LoadAdapter(files.Path("missing"))).Message.ShouldContain("missing");
        Should.Throw<RuntimeException>(() => model.LoadAdapter(files.Base)).Message.ShouldContain(files.Base);
    }

    private static int[] Greedy(IRuntimeContext context, int sequence, int[] prompt, int count)
    {
        context.Truncate(sequence, 0);
        var output = new int[count];
        var logits = Decode(context, sequence, 0, prompt);
        for (var i = 0; i < count; i++)
        {
            output[i] = TensorPrimitives.IndexOfMax<float>(logits);
            logits = Decode(context, sequence, prompt.Length + i, [output[i]]);
        }

        return output;
    }
}
