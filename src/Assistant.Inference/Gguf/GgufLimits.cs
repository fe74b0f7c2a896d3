namespace Assistant.Inference.Gguf;

/// <summary>What a header may ask for. Real models stay below a quarter of each.</summary>
internal static class GgufLimits
{
    public const int Keys = 4096;
    public const int Tensors = 32_768;
    public const int KeyBytes = 1024;

    /// <summary>One less than llama.cpp's buffer for a name, which ends in a zero.</summary>
    public const int TensorNameBytes = 63;

    /// <summary>A text value: the longest in use are chat templates.</summary>
    public const int TextBytes = 4 << 20;

    /// <summary>Elements of all arrays together: the longest are tokens and merges of a vocabulary.</summary>
    public const int ArrayElements = 8 << 20;

    /// <summary>Keys and values together.</summary>
    public const long MetadataBytes = 256L << 20;

    public const int Dimensions = 4;

    /// <summary>Elements of one tensor.</summary>
    public const long TensorElements = 1L << 44;

    /// <summary>llama.cpp maps files into memory and needs tensors at multiples of 32 bytes.</summary>
    public const uint SmallestAlignment = 32;

    public const uint LargestAlignment = 65_536;
}
