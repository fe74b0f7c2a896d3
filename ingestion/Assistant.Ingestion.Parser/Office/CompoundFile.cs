namespace Assistant.Ingestion.Parser.Office;

/// <summary>
/// The container of Office files before 2007, and of encrypted ones since. [MS-CFB] names streams in UTF-16;
/// [MS-OFFCRYPTO] 2.3.2 puts an encrypted document into a stream named "EncryptedPackage".
/// </summary>
internal static class CompoundFile
{
    private const int SearchedBytes = 1024 * 1024;

    public static bool IsCompoundFile(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    public static bool HoldsEncryptedPackage(Stream content)
    {
        var name = System.Text.Encoding.Unicode.GetBytes("EncryptedPackage");
        return Search(content, name, 0) || Search(content, name, Math.Max(0, content.Length - SearchedBytes));
    }

    /// <summary>Directory sectors stand at the start or at the end of the file in what programs write.</summary>
    private static bool Search(Stream content, ReadOnlySpan<byte> name, long from)
    {
        content.Position = from;
        var bytes = new byte[Math.Min(SearchedBytes, content.Length - from)];
        content.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(name) >= 0;
    }
}
