using Assistant.Ingestion.Parser.Protocol;

namespace Assistant.Ingestion.Parser.Reading;

/// <summary>The file being read.</summary>
/// <param name="Content">Open and seekable, at its start.</param>
internal sealed record SourceFile(Stream Content, string FileName, FileFormat Format, long MaxUnpackedBytes)
{
    public byte[] ReadBytes()
    {
        Content.Position = 0;
        var bytes = new byte[Content.Length];
        Content.ReadExactly(bytes);
        return bytes;
    }
}
