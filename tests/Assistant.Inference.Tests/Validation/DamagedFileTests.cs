using System.Buffers.Binary;
using Assistant.Inference.Gguf;
using Assistant.Inference.Validation;
using Assistant.TestKit.Models;

namespace Assistant.Inference.Tests.Validation;

/// <summary>Files cut short or with flipped bits: each gives a problem that names file and field, or is still sound.</summary>
public sealed class DamagedFileTests
{
    private static readonly BaseModelInfo Base = SampleFiles.Validate(SampleFiles.Model(SampleFiles.Llama)).Value!;

    private static readonly TinyAdapterOptions Adapter = new() { InvocationTokens = [7], Targets = ["attn_q", "ffn_up", "output", "token_embd"] };

    public static TheoryData<string> Models => [.. SampleFiles.Models.Keys, "adapter"];

    [Theory]
    [MemberData(nameof(Models))]
    public void Validate_CutAtAnyPercent_NamesFileAndField(string name)
    {
        var bytes = Sample(name);
        for (var percent = 0; percent < 100; percent++)
            ShouldNameFileAndField(Problem(name, bytes[..(int)((long)bytes.Length * percent / 100)]).ShouldNotBeNull());
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Validate_HeaderCutAtAnyByte_NamesFileAndField(string name)
    {
        var bytes = Sample(name);
        for (var length = 0; length < HeaderLength(bytes); length += 1 + length / 200)
            ShouldNameFileAndField(Problem(name, bytes[..length]).ShouldNotBeNull());
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Validate_FlippedBits_GiveAProblemOrASoundFile(string name)
    {
        var bytes = Sample(name);
        var header = HeaderLength(bytes);
        var refused = 0;
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new Random(seed);
            var damaged = (byte[])bytes.Clone();
            for (var flips = random.Next(1, 4); flips > 0; flips--)
                damaged[Place(random, header)] ^= (byte)(1 << random.Next(8));
            if (Problem(name, damaged) is not { } problem)
                continue;
            refused++;
            ShouldNameFileAndField(problem);
        }
        refused.ShouldBeGreaterThan(0);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Validate_NumbersReplacedByExtremes_GiveAProblemOrASoundFile(string name)
    {
        var bytes = Sample(name);
        var header = HeaderLength(bytes);
        ulong[] extremes = [0, 1UL << 31, 1UL << 32, 1UL << 60, 1UL << 63, ulong.MaxValue];
        for (var place = 8; place + 8 < header; place += 1 + place / 300)
        {
            var damaged = (byte[])bytes.Clone();
            BinaryPrimitives.WriteUInt64LittleEndian(damaged.AsSpan(place), extremes[place % extremes.Length]);
            if (Problem(name, damaged) is { } problem)
                ShouldNameFileAndField(problem);
        }
    }

    /// <summary>Half of the places lie in the first and last kilobyte: most of a header is the text of the vocabulary.</summary>
    private static int Place(Random random, int header) => random.Next(4) switch
    {
        0 => random.Next(Math.Min(1024, header)),
        1 => header - 1 - random.Next(Math.Min(1024, header)),
        _ => random.Next(header),
    };

    private static byte[] Sample(string name) =>
        name == "adapter" ? SampleFiles.Adapter(SampleFiles.Llama, Adapter) : SampleFiles.Model(SampleFiles.Models[name]);

    private static int HeaderLength(byte[] bytes) => (int)GgufReader.Read(new MemoryStream(bytes), "whole.gguf").Value.ShouldNotBeNull().DataOffset;

    private static ModelFileProblem? Problem(string name, byte[] bytes) =>
        name == "adapter" ? SampleFiles.Validate(bytes, Base).Problem : SampleFiles.Validate(bytes).Problem;

    private static void ShouldNameFileAndField(ModelFileProblem problem)
    {
        problem.File.ShouldBeOneOf("model.gguf", "adapter.gguf");
        problem.Field.ShouldNotBeEmpty();
        problem.Message.ShouldNotBeEmpty();
    }
}
