namespace Assistant.TestKit.Models;

/// <summary>Writes a base whose weights have adapters merged in: what a runtime must agree with when it applies them.</summary>
public static class MergedModel
{
    /// <summary>W + Σ scale · alpha / rank · B · A for every matrix, in F32.</summary>
    public static string Write(string path, TinyModelOptions model, params IReadOnlyList<(TinyAdapterOptions Adapter, float Scale)> adapters)
    {
        TinyModel.Write(path, model with { Weights = WeightType.F32 }, TinyModel.Tensors(model).Select(tensor => Merge(tensor, adapters)));
        return path;
    }

    private static ModelTensor Merge(ModelTensor tensor, IReadOnlyList<(TinyAdapterOptions Adapter, float Scale)> adapters)
    {
        var rows = tensor.Rows;
        foreach (var (adapter, scale) in adapters.Where(entry => TinyAdapter.IsTarget(entry.Adapter, tensor.Name)))
        {
            var before = rows;
            var delta = Delta(tensor, adapter, scale * adapter.Alpha / adapter.Rank);
            rows = (row, destination) =>
            {
                before(row, destination);
                delta(row, destination);
            };
        }
        return tensor with { Rows = rows };
    }

    /// <summary>Adds a row of factor · B · A, summed in double precision.</summary>
    private static RowSource Delta(ModelTensor tensor, TinyAdapterOptions adapter, double factor)
    {
        var (a, b) = TinyAdapter.Pair(adapter, tensor);
        var embedding = tensor.Name == "token_embd.weight";
        var rank = adapter.Rank;
        // inner[k][column]: the rank × row-length factor; outer: the rank numbers of a row.
        var inner = embedding ? Columns(b, rank, tensor.Dimensions[0]) : Rows(a, rank, tensor.Dimensions[0]);
        return (row, destination) =>
        {
            Span<float> outer = stackalloc float[rank];
            (embedding ? a : b).Rows(row, outer);
            for (var column = 0; column < destination.Length; column++)
            {
                var sum = 0.0;
                for (var k = 0; k < rank; k++)
                    sum += (double)outer[k] * inner[k][column];
                destination[column] += (float)(factor * sum);
            }
        };
    }

    private static float[][] Rows(ModelTensor tensor, int rank, long length)
    {
        var rows = Enumerable.Range(0, rank).Select(_ => new float[length]).ToArray();
        for (var k = 0; k < rank; k++)
            tensor.Rows(k, rows[k]);
        return rows;
    }

    private static float[][] Columns(ModelTensor tensor, int rank, long length)
    {
        var columns = Enumerable.Range(0, rank).Select(_ => new float[length]).ToArray();
        var row = new float[rank];
        for (var index = 0; index < length; index++)
        {
            tensor.Rows(index, row);
            for (var k = 0; k < rank; k++)
                columns[k][index] = row[k];
        }
        return columns;
    }
}
