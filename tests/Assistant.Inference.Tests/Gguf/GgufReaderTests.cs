using Assistant.Inference.Gguf;

namespace Assistant.Inference.Tests.Gguf;

public sealed class GgufReaderTests
{
    private const ulong Huge = 1UL << 60;

    [Fact]
    public void Read_VersionTwo_GivesKeysAndTensors()
    {
        var file = new GgufBytes(1, 1, version: 2).Key("some.key", 7).Tensor("weight", GgmlType.F32, 0, 4, 2).Data(32).Read().Value.ShouldNotBeNull();

        file.Version.ShouldBe(2);
        file.Metadata.TryGet<uint>("some.key", out var value).ShouldBeTrue();
        value.ShouldBe(7u);
        file.Find("weight").ShouldNotBeNull().ByteSize.ShouldBe(32);
        (file.DataOffset % 32).ShouldBe(0);
    }

    [Fact]
    public void Read_HugeCounts_NameTheCount()
    {
        ShouldFail(new GgufBytes(Huge, 0), "tensor count");
        ShouldFail(new GgufBytes(0, Huge), "key count");
        ShouldFail(new GgufBytes(0, 1).Long(Huge), "key 0");
        ShouldFail(new GgufBytes(0, 1).Text("text").Number((uint)GgufValueType.String).Long(Huge), "text");
        ShouldFail(new GgufBytes(1, 0).Long(Huge), "tensor 0");
    }

    [Theory]
    [InlineData(1UL << 60)]
    [InlineData(ulong.MaxValue)]
    [InlineData((1UL << 61) + 1)]
    public void Read_HugeArray_NamesTheKey(ulong count)
    {
        foreach (var type in Enum.GetValues<GgufValueType>())
            ShouldFail(new GgufBytes(0, 1).Text("list").Number((uint)GgufValueType.Array).Number((uint)type).Long(count), "list");
    }

    [Fact]
    public void Read_ArraysWithinArrays_NameTheKey()
    {
        var bytes = new GgufBytes(0, 1).Text("deep");
        for (var level = 0; level < 10_000; level++)
            bytes.Number((uint)GgufValueType.Array).Long(1);

        ShouldFail(bytes, "deep");
    }

    [Fact]
    public void Read_KeyTwice_NamesTheKey() => ShouldFail(new GgufBytes(0, 2).Key("same", 1).Key("same", 2), "same");

    [Fact]
    public void Read_TensorTwice_NamesTheTensor() =>
        ShouldFail(new GgufBytes(2, 0).Tensor("same", GgmlType.F32, 0, 8).Tensor("same", GgmlType.F32, 32, 8).Data(64), "same");

    [Theory]
    [InlineData(0UL)]
    [InlineData(16UL)]
    [InlineData(64UL)]
    [InlineData(ulong.MaxValue - 31)]
    public void Read_TensorThatOverlapsOrLeavesAGap_NamesTheTensor(ulong offset) =>
        ShouldFail(new GgufBytes(2, 0).Tensor("first", GgmlType.F32, 0, 8).Tensor("second", GgmlType.F32, offset, 8).Data(128), "second");

    [Theory]
    [InlineData(0UL, 1UL)]
    [InlineData(ulong.MaxValue, 1UL)]
    [InlineData(1UL << 32, 1UL << 32)]
    [InlineData(1UL << 62, 4UL)]
    [InlineData(8UL, 2UL)]
    public void Read_TensorLargerThanTheFile_NamesTheTensor(ulong columns, ulong rows) =>
        ShouldFail(new GgufBytes(1, 0).Tensor("weight", GgmlType.F32, 0, columns, rows).Data(32), "weight");

    [Fact]
    public void Read_WrongDimensionsOrTypes_NameTheTensor()
    {
        ShouldFail(new GgufBytes(1, 0).Tensor("weight", GgmlType.F32, 0).Data(32), "weight");
        ShouldFail(new GgufBytes(1, 0).Tensor("weight", GgmlType.F32, 0, 1, 1, 1, 1, 1).Data(32), "weight");
        ShouldFail(new GgufBytes(1, 0).Tensor("weight", (GgmlType)4, 0, 8).Data(32), "weight");
        ShouldFail(new GgufBytes(1, 0).Tensor("weight", (GgmlType)(-1), 0, 8).Data(32), "weight");
        ShouldFail(new GgufBytes(1, 0).Tensor("weight", GgmlType.Q8_0, 0, 48).Data(96), "weight");
        ShouldFail(new GgufBytes(1, 0).Tensor("", GgmlType.F32, 0, 8).Data(32), "tensor 0");
        ShouldFail(new GgufBytes(1, 0).Tensor("a\0b", GgmlType.F32, 0, 8).Data(32), "tensor 0");
        ShouldFail(new GgufBytes(1, 0).Tensor(new string('n', 64), GgmlType.F32, 0, 8).Data(32), "tensor 0");
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(8u)]
    [InlineData(48u)]
    [InlineData(1u << 31)]
    public void Read_WrongAlignment_NamesTheKey(uint alignment) =>
        ShouldFail(new GgufBytes(1, 1).Key("general.alignment", alignment).Tensor("weight", GgmlType.F32, 0, 8).Data(32), "general.alignment");

    [Theory]
    [InlineData(0u, "not supported")]
    [InlineData(1u, "not supported")]
    [InlineData(4u, "not supported")]
    [InlineData(0x03000000u, "big endian")]
    public void Read_OtherVersion_SaysWhy(uint version, string expected) =>
        ShouldFail(new GgufBytes(0, 0, version), "version").Message.ShouldContain(expected);

    [Fact]
    public void Read_OtherFile_SaysThatItIsNoGguf() =>
        GgufBytes.Read("PK\u0003\u0004 a zip archive"u8.ToArray()).Problem.ShouldNotBeNull().Field.ShouldBe("magic");

    [Fact]
    public void Read_MissingFile_IsAProblem()
    {
        var problem = GgufReader.Read(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString(), "none.gguf")).Problem.ShouldNotBeNull();

        problem.File.ShouldBe("none.gguf");
        problem.Field.ShouldBe("file");
    }

    private static ModelFileProblem ShouldFail(GgufBytes bytes, string field)
    {
        var problem = bytes.Read().Problem.ShouldNotBeNull();
        problem.File.ShouldBe("test.gguf");
        problem.Field.ShouldBe(field);
        problem.Message.ShouldNotBeEmpty();
        return problem;
    }
}
