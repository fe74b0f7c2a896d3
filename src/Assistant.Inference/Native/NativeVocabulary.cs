using System.Text;
using Assistant.Inference.Native.Interop;
using Assistant.Inference.Runtime;

namespace Assistant.Inference.Native;

internal sealed unsafe class NativeVocabulary(nint handle) : IRuntimeVocabulary
{
    public int Size { get; } = LlamaVocabulary.Size(handle);

    public int BeginOfSequence { get; } = LlamaVocabulary.BeginOfSequence(handle);

    public int EndOfSequence { get; } = LlamaVocabulary.EndOfSequence(handle);

    public int Separator { get; } = LlamaVocabulary.Separator(handle);

    public (bool Begin, bool End, bool Separator) Adds { get; } =
        (LlamaVocabulary.AddsBeginOfSequence(handle), LlamaVocabulary.AddsEndOfSequence(handle), LlamaVocabulary.AddsSeparator(handle));

    public int[] Tokenize(string text, bool addSpecial, bool parseSpecial)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var tokens = new int[bytes.Length + 4];
        var count = Tokenize(bytes, tokens, addSpecial, parseSpecial);
        if (count < 0)
        {
            tokens = new int[-count];
            count = Tokenize(bytes, tokens, addSpecial, parseSpecial);
        }

        return tokens[..count];
    }

    public int Piece(int token, Span<byte> buffer, bool special)
    {
        fixed (byte* target = buffer)
        {
            return LlamaVocabulary.Piece(handle, token, target, buffer.Length, 0, special);
        }
    }

    public bool EndsGeneration(int token) => LlamaVocabulary.EndsGeneration(handle, token);

    private int Tokenize(byte[] text, int[] tokens, bool addSpecial, bool parseSpecial)
    {
        fixed (byte* source = text)
        fixed (int* target = tokens)
        {
            return LlamaVocabulary.Tokenize(handle, source, text.Length, target, tokens.Length, addSpecial, parseSpecial);
        }
    }
}
