using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Assistant.Inference.Gguf;

namespace Assistant.TestKit.Models;

/// <summary>A tensor to be written, row by row, by several threads. The first dimension is the length of a row.</summary>
internal sealed record ModelTensor(string Name, long[] Dimensions, RowSource Rows)
{
    public GgufTensorData As(WeightType type)
    {
        var stored = Dimensions.Length > 1 ? (GgmlType)type : GgmlType.F32;
        return new(Name, stored, Dimensions, stream => WriteRows(stream, stored));
    }

    private void WriteRows(Stream stream, GgmlType type)
    {
        const int Batch = 256;
        var columns = (int)Dimensions[0];
        var rowBytes = (int)GgmlLayout.Bytes(type, [columns]);
        var values = new float[Batch * columns];
        var bytes = new byte[Batch * rowBytes];
        var rows = Dimensions.Skip(1).Aggregate(1L, (product, dimension) => product * dimension);
        for (long start = 0; start < rows; start += Batch)
        {
            var count = (int)Math.Min(Batch, rows - start);
            Parallel.For(0, count, row =>
            {
                var span = values.AsSpan(row * columns, columns);
                Rows(start + row, span);
                Encode(span, type, bytes.AsSpan(row * rowBytes, rowBytes));
            });
            stream.Write(bytes, 0, count * rowBytes);
        }
    }

    private static void Encode(ReadOnlySpan<float> row, GgmlType type, Span<byte> bytes)
    {
        switch (type)
        {
            case GgmlType.F32:
                MemoryMarshal.AsBytes(row).CopyTo(bytes);
                break;
            case GgmlType.F16:
                var halves = MemoryMarshal.Cast<byte, Half>(bytes);
                for (var i = 0; i < row.Length; i++)
                    halves[i] = (Half)row[i];
                break;
            case GgmlType.Q8_0:
                for (var block = 0; block * 32 < row.Length; block++)
                    EncodeQ8(row.Slice(block * 32, 32), bytes.Slice(block * 34, 34));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, null);
        }
    }

    /// <summary>Q8_0: a half-precision scale, then 32 signed bytes.</summary>
    private static void EncodeQ8(ReadOnlySpan<float> values, Span<byte> block)
    {
        var scale = Math.Abs(TensorPrimitives.MaxMagnitude(values)) / 127;
        MemoryMarshal.Write(block, (Half)scale);
        Span<float> scaled = stackalloc float[32];
        TensorPrimitives.Multiply(values, scale == 0 ? 0 : 1 / scale, scaled);
        TensorPrimitives.Round(scaled, scaled);
        TensorPrimitives.ConvertTruncating(scaled, MemoryMarshal.Cast<byte, sbyte>(block[2..]));
    }
}
