using System.Text;

namespace Assistant.Inference.Text;

/// <summary>
/// Turns token pieces into text. A piece is bytes and may end within a character, so a character comes out when its
/// last byte is in. Bytes that can't be part of one become U+FFFD.
/// </summary>
internal sealed class Utf8Assembler
{
    private readonly Decoder decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetDecoder();

    /// <returns>The characters completed by this piece; may be empty. Never half of a surrogate pair.</returns>
    public string Append(ReadOnlySpan<byte> piece) => Decode(piece, flush: false);

    /// <returns>U+FFFD for a character whose end never came, else empty. The assembler is then as new.</returns>
    public string Flush() => Decode([], flush: true);

    private string Decode(ReadOnlySpan<byte> bytes, bool flush)
    {
        var characters = new char[decoder.GetCharCount(bytes, flush)];
        return new string(characters, 0, decoder.GetChars(bytes, characters, flush));
    }
}
