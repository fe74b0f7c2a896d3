namespace Assistant.TestKit.Models;

/// <summary>Element type of the matrices of a model or adapter. Vectors are always F32.</summary>
public enum WeightType
{
    F32 = 0,
    F16 = 1,
    Q8_0 = 8,
}
