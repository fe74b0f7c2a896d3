using System.Numerics.Tensors;
using System.Text;
using Assistant.Inference.Runtime;

namespace Assistant.Inference.Tests.Runtime;

/// <summary>What the engine relies on in any runtime. A derived class names the runtime.</summary>
public abstract partial class RuntimeConformanceTests : IDisposable
{
    // Without flash attention and with a F32 cache only the order of sums differs between batches of different shape.
    private const float Tolerance = 1e-3f;

    private readonly RuntimeFiles files;
    private readonly IRuntime runtime;
    private readonly Stack<IDisposable> opened = [];

    protected RuntimeConformanceTests(RuntimeFiles files)
    {
        this.files = files;
        runtime = CreateRuntime();
    }

    [Fact]
    public void Description_AfterLoading_NamesLibraryBackendAndDevices()
    {
        var description = runtime.Description;

        description.Binding.ShouldBe(Binding);
        description.Library.ShouldNotBeNullOrWhiteSpace();
        description.Backend.ShouldBeOneOf("cpu", "cuda", "vulkan", "metal");
        description.Devices.ShouldNotBeEmpty();
        description.Devices.ShouldContain(d => d.Kind == "cpu" && d.MemoryBytes > 0);
    }

    [Fact]
    public void Load_AModel_ReportsItsShape()
    {
        var model = Load(files.Base);

        model.EmbeddingLength.ShouldBe(RuntimeFiles.ModelOptions.Embedding);
        model.TrainedContext.ShouldBe(RuntimeFiles.ModelOptions.Context);
        model.Vocabulary.Size.ShouldBe(RuntimeFiles.ModelOptions.Vocabulary.Count);
        model.SizeBytes.ShouldBeInRange(new FileInfo(files.Base).Length / 2, new FileInfo(files.Base).Length);
    }

    [Fact]
    public void Load_AFileThatIsNoModel_NamesTheFile()
    {
        var file = files.Path("text");
        File.WriteAllText(file, "This is not a model.");

        Should.Throw<RuntimeException>(() => runtime.Load(file, new ModelSettings())).Message.ShouldContain(file);
        Should.Throw<RuntimeException>(() => runtime.Load(file + ".missing", new ModelSettings())).Message.ShouldContain(file + ".missing");
    }

    public void Dispose()
    {
        while (opened.TryPop(out var item))
        {
            item.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    private protected abstract string Binding { get; }

    private protected abstract IRuntime CreateRuntime();

    private IRuntimeModel Load(string path) => Open(runtime.Load(path, new ModelSettings()));

    private IRuntimeContext CreateContext(IRuntimeModel model, int cells = 1024, int batchTokens = 512, int sequences = 8) =>
        Open(model.CreateContext(new ContextSettings(cells, batchTokens, sequences, Threads: 1, KeyValueType.F32, FlashAttention.Off)));

    private T Open<T>(T item)
        where T : IDisposable
    {
        opened.Push(item);
        return item;
    }

    /// <summary>Tokens of running text, different for every seed.</summary>
    private static int[] Text(int count, int seed = 1)
    {
        var random = new Random(seed);
        var first = RuntimeFiles.ModelOptions.Vocabulary.Tokens.Index().First(t => t.Item == "▁the").Index;
        return [.. Enumerable.Range(0, count).Select(_ => random.Next(first, RuntimeFiles.ModelOptions.Vocabulary.Count))];
    }

    /// <summary>Decodes tokens of one sequence in one batch.</summary>
    /// <returns>The logits after the last token.</returns>
    private static float[] Decode(IRuntimeContext context, int sequence, int position, ReadOnlySpan<int> tokens)
    {
        var batch = Batch(sequence, position, tokens);
        context.Decode(batch).ShouldBe(DecodeStatus.Done);
        return context.Logits(batch.Count - 1).ToArray();
    }

    private static TokenBatch Batch(int sequence, int position, ReadOnlySpan<int> tokens)
    {
        var batch = new TokenBatch(tokens.Length);
        for (var i = 0; i < tokens.Length; i++)
        {
            batch.Add(tokens[i], position + i, sequence, output: i == tokens.Length - 1);
        }

        return batch;
    }

    /// <summary>The logits after a text in a context of its own.</summary>
    private float[] Alone(IRuntimeModel model, ReadOnlySpan<int> tokens)
    {
        using var context = model.CreateContext(new ContextSettings(1024, 1024, 1, Threads: 1, KeyValueType.F32, FlashAttention.Off));
        return Decode(context, 0, 0, tokens);
    }

    private static void ShouldAgree(ReadOnlySpan<float> actual, ReadOnlySpan<float> expected) =>
        TensorPrimitives.Distance(actual, expected).ShouldBeLessThan(Tolerance * TensorPrimitives.Norm(expected));

    private static void ShouldDiffer(ReadOnlySpan<float> actual, ReadOnlySpan<float> expected) =>
        TensorPrimitives.Distance(actual, expected).ShouldBeGreaterThan(20 * Tolerance * TensorPrimitives.Norm(expected));

    private static string Join(IRuntimeVocabulary vocabulary, IEnumerable<int> tokens, bool special = false)
    {
        var buffer = new byte[256];
        return Encoding.UTF8.GetString([.. tokens.SelectMany(token => buffer[..vocabulary.Piece(token, buffer, special)])]);
    }
}
