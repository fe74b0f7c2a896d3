using System.Text;
using Assistant.Inference.Gguf;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Assistant.Inference.Tests.Gguf;

public sealed class GgufRoundTripTests
{
    [Property(MaxTest = 200)]
    public Property Write_AnyValues_ReadBackEqual() => Prop.ForAll(Values().ArrayOf().ToArbitrary(), values =>
    {
        var metadata = values.Select((value, index) => new KeyValuePair<string, object>($"key.{index}", value)).ToList();

        var file = Read(metadata, []);

        file.Metadata.Count.ShouldBe(values.Length);
        foreach (var (key, value) in metadata)
        {
            file.Metadata.Find(key).ShouldNotBeNull().GetType().ShouldBe(value.GetType());
            file.Metadata.Find(key).ShouldBe(value);
        }
    });

    [Property(MaxTest = 200)]
    public Property Write_AnyTensors_LieWhereTheTableSays() => Prop.ForAll(Tensors().ToArbitrary(), tensors =>
    {
        using var stream = new MemoryStream();
        GgufWriter.Write(stream, [], tensors);

        var file = GgufBytes.Read(stream.ToArray()).Value.ShouldNotBeNull();

        file.Tensors.Length.ShouldBe(tensors.Count);
        foreach (var (tensor, index) in file.Tensors.Select((tensor, index) => (tensor, index)))
        {
            tensor.Dimensions.ShouldBe(tensors[index].Dimensions);
            tensor.Type.ShouldBe(tensors[index].Type);
            var data = stream.ToArray().AsSpan((int)(file.DataOffset + tensor.Offset), (int)tensor.ByteSize).ToArray();
            data.ShouldAllBe(value => value == index + 1);
        }
    });

    [Fact]
    public void Write_TooLittleData_Throws() =>
        Should.Throw<InvalidOperationException>(() => GgufWriter.Write(
            new MemoryStream(), [], [new("weight", GgmlType.F32, [4], stream => stream.Write(new byte[12]))]));

    [Fact]
    public void Read_ArrayOfAnotherSign_IsNoMatch()
    {
        var file = Read([new("numbers", new[] { -1, 2 })], []);

        file.Metadata.TryGet<uint[]>("numbers", out _).ShouldBeFalse();
        file.Metadata.TryGet<int[]>("numbers", out var numbers).ShouldBeTrue();
        numbers.ShouldBe([-1, 2]);
    }

    private static GgufFile Read(List<KeyValuePair<string, object>> metadata, List<GgufTensorData> tensors)
    {
        using var stream = new MemoryStream();
        GgufWriter.Write(stream, metadata, tensors);
        return GgufBytes.Read(stream.ToArray()).Value.ShouldNotBeNull();
    }

    private static Gen<object> Values()
    {
        Gen<object>[] Both<T>(Gen<T> gen) => [gen.Select(value => (object)value!), gen.ArrayOf().Select(values => (object)values)];

        // A lone surrogate is no text.
        var text = ArbMap.Default.GeneratorFor<UnicodeString>().Select(value => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value.Item)));
        return Gen.OneOf((Gen<object>[])
        [
            .. Both(ArbMap.Default.GeneratorFor<byte>()), .. Both(ArbMap.Default.GeneratorFor<sbyte>()),
            .. Both(ArbMap.Default.GeneratorFor<short>()), .. Both(ArbMap.Default.GeneratorFor<ushort>()),
            .. Both(ArbMap.Default.GeneratorFor<int>()), .. Both(ArbMap.Default.GeneratorFor<uint>()),
            .. Both(ArbMap.Default.GeneratorFor<long>()), .. Both(ArbMap.Default.GeneratorFor<ulong>()),
            .. Both(ArbMap.Default.GeneratorFor<float>()), .. Both(ArbMap.Default.GeneratorFor<double>()),
            .. Both(ArbMap.Default.GeneratorFor<bool>()), .. Both(text),
        ]);
    }

    /// <summary>Up to eight tensors of any type; every byte of the n-th is n.</summary>
    private static Gen<List<GgufTensorData>> Tensors() =>
        from shapes in Gen.Elements(Enum.GetValues<GgmlType>()).SelectMany(type => Gen.Choose(1, 3).ArrayOf(3).Select(sizes => (type, sizes))).ListOf()
        select shapes.Take(8).Select((shape, index) =>
        {
            long[] dimensions = [GgmlLayout.Of(shape.type).BlockSize * shape.sizes[0], shape.sizes[1], shape.sizes[2]];
            var data = new byte[GgmlLayout.Bytes(shape.type, dimensions)];
            Array.Fill(data, (byte)(index + 1));
            return new GgufTensorData($"tensor.{index}", shape.type, dimensions, stream => stream.Write(data));
        }).ToList();
}
