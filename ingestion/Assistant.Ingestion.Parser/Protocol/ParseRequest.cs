namespace Assistant.Ingestion.Parser.Protocol;

/// <summary>One file to read.</summary>
/// <param name="Path">Where its bytes are.</param>
/// <param name="FileName">The name it was uploaded under; its extension says how to read it.</param>
/// <param name="MaxCharacters">Most UTF-16 code units of text that may come back.</param>
/// <param name="MaxUnpackedBytes">Most bytes that a zip container may unpack to.</param>
internal sealed record ParseRequest(string Path, string FileName, int MaxCharacters, long MaxUnpackedBytes);
