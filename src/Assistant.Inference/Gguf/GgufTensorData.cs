namespace Assistant.Inference.Gguf;

/// <summary>A tensor to write. <paramref name="Write"/> streams exactly the bytes that type and dimensions ask for.</summary>
internal sealed record GgufTensorData(string Name, GgmlType Type, long[] Dimensions, Action<Stream> Write);
