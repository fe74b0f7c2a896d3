using System.Runtime.InteropServices;
using System.Text;
using Assistant.Inference.Native.Interop;
using Assistant.Inference.Runtime;
using LLama.Native;

namespace Assistant.Inference.LLamaSharp;

internal sealed class LLamaSharpVocabulary(SafeLlamaModelHandle model) : IRuntimeVocabulary
{
    private readonly SafeLlamaModelHandle.Vocabulary vocabulary = model.Vocab;

    public int Size { get; } = model.Vocab.Count;

    public int BeginOfSequence { get; } = Id(model.Vocab.BOS);

    public int EndOfSequence { get; } = Id(model.Vocab.EOS);

    public int Separator { get; } = Id(model.Vocab.SEP);

    public (bool Begin, bool End, bool Separator) Adds { get; } =
        (model.Vocab.ShouldAddBOS, model.Vocab.ShouldAddEOS, LlamaVocabulary.AddsSeparator(Llama.Vocabulary(model.DangerousGetHandle())));

    public int[] Tokenize(string text, bool addSpecial, bool parseSpecial) =>
        MemoryMarshal.Cast<LLamaToken, int>(model.Tokenize(text, addSpecial, parseSpecial, Encoding.UTF8)).ToArray();

    public int Piece(int token, Span<byte> buffer, bool special) => NativeApi.llama_token_to_piece(vocabulary, token, buffer, 0, special);

    public bool EndsGeneration(int token) => ((LLamaToken)token).IsEndOfGeneration(vocabulary);

    private static int Id(LLamaToken? token) => (int)(token ?? LLamaToken.InvalidToken);
}
