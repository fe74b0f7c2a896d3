using Assistant.Inference.Gguf;

namespace Assistant.Inference.Validation;

internal static class TensorTypes
{
    /// <summary>
    /// Whether a matrix of this type can be multiplied with activations: floating point up to 32 bits and the formats
    /// of quantised weights, not integers nor the formats that only hold intermediate results.
    /// </summary>
    public static bool Multiply(GgmlType type) => type is not (GgmlType.I8 or GgmlType.I16 or GgmlType.I32 or GgmlType.I64
        or GgmlType.F64 or GgmlType.Q8_1 or GgmlType.Q8_K);
}
