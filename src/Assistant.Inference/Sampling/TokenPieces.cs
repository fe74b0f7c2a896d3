using System.Text;
using Assistant.Inference.Runtime;

namespace Assistant.Inference.Sampling;

/// <summary>Bytes of tokens, looked up once.</summary>
internal sealed class TokenPieces(IRuntimeVocabulary vocabulary)
{
    private readonly byte[]?[] pieces = new byte[vocabulary.Size][];

    /// <summary>The token's bytes; empty for control tokens.</summary>
    public byte[] this[int token] => pieces[token] ??= Read(token, special: false);

    /// <summary>The token for people and logs: control tokens included.</summary>
    public string Text(int token) => Encoding.UTF8.GetString(Read(token, special: true));

    private byte[] Read(int token, bool special)
    {
        Span<byte> buffer = stackalloc byte[64];
        var length = vocabulary.Piece(token, buffer, special);
        if (length >= 0)
        {
            return buffer[..length].ToArray();
        }

        var larger = new byte[-length];
        return larger[..vocabulary.Piece(token, larger, special)];
    }
}
