using System.Runtime.InteropServices;
using Assistant.Inference.Host.Embeddings;
using FsCheck.Xunit;

namespace Assistant.Inference.Host.Tests.Embeddings;

public sealed class VectorEncodingTests
{
    [Property]
    public bool Write_AsBase64_KeepsEveryBit(float[] vector)
    {
        var bytes = Convert.FromBase64String((string)VectorEncoding.Write(vector, VectorEncoding.Base64)!);

        return MemoryMarshal.Cast<byte, int>(bytes).SequenceEqual(MemoryMarshal.Cast<float, int>(vector));
    }
}
