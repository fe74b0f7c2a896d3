namespace Assistant.Inference.Gguf;

/// <summary>Reads metadata values. Arrays hold scalars only: llama.cpp refuses nested ones.</summary>
internal static class GgufValues
{
    public static object Read(GgufCursor cursor, string key)
    {
        var type = (GgufValueType)cursor.Read<uint>(key);
        return type == GgufValueType.Array
            ? ReadArray(cursor, (GgufValueType)cursor.Read<uint>(key), cursor.Read<long>(key), key)
            : ReadScalar(cursor, type, key);
    }

    private static object ReadScalar(GgufCursor cursor, GgufValueType type, string key) => type switch
    {
        GgufValueType.UInt8 => cursor.Read<byte>(key),
        GgufValueType.Int8 => cursor.Read<sbyte>(key),
        GgufValueType.UInt16 => cursor.Read<ushort>(key),
        GgufValueType.Int16 => cursor.Read<short>(key),
        GgufValueType.UInt32 => cursor.Read<uint>(key),
        GgufValueType.Int32 => cursor.Read<int>(key),
        GgufValueType.Float32 => cursor.Read<float>(key),
        GgufValueType.Boolean => cursor.ReadFlag(key),
        GgufValueType.String => cursor.ReadText(GgufLimits.TextBytes, key),
        GgufValueType.UInt64 => cursor.Read<ulong>(key),
        GgufValueType.Int64 => cursor.Read<long>(key),
        GgufValueType.Float64 => cursor.Read<double>(key),
        _ => Unknown(cursor, type, key),
    };

    private static object ReadArray(GgufCursor cursor, GgufValueType type, long count, string key) => type switch
    {
        GgufValueType.UInt8 => cursor.ReadArray<byte>(count, key),
        GgufValueType.Int8 => cursor.ReadArray<sbyte>(count, key),
        GgufValueType.UInt16 => cursor.ReadArray<ushort>(count, key),
        GgufValueType.Int16 => cursor.ReadArray<short>(count, key),
        GgufValueType.UInt32 => cursor.ReadArray<uint>(count, key),
        GgufValueType.Int32 => cursor.ReadArray<int>(count, key),
        GgufValueType.Float32 => cursor.ReadArray<float>(count, key),
        GgufValueType.Boolean => cursor.ReadFlags(count, key),
        GgufValueType.String => cursor.ReadTexts(count, key),
        GgufValueType.UInt64 => cursor.ReadArray<ulong>(count, key),
        GgufValueType.Int64 => cursor.ReadArray<long>(count, key),
        GgufValueType.Float64 => cursor.ReadArray<double>(count, key),
        _ => Unknown(cursor, type, key),
    };

    private static string Unknown(GgufCursor cursor, GgufValueType type, string key)
    {
        cursor.Fail(key, type == GgufValueType.Array
            ? "Arrays within arrays are not supported. Convert the model again with a current converter."
            : $"The value has the unknown type {(uint)type}. The file is damaged: download or convert it again.");
        return "";
    }
}
