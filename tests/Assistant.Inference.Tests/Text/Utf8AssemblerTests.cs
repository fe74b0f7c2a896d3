using System.Text;
using Assistant.Inference.Text;
using FsCheck.Xunit;

namespace Assistant.Inference.Tests.Text;

public sealed class Utf8AssemblerTests
{
    [Property(MaxTest = 500)]
    public void Append_BytesInAnyPieces_GivesTheTextOfTheWhole(byte[] bytes, int seed)
    {
        var random = new Random(seed);
        var assembler = new Utf8Assembler();
        var text = new StringBuilder();
        foreach (var piece in Pieces(bytes, random))
        {
            var completed = assembler.Append(piece);
            (completed.Length > 0 && char.IsHighSurrogate(completed[^1])).ShouldBeFalse();
            text.Append(completed);
        }
        text.Append(assembler.Flush()).ToString().ShouldBe(Encoding.UTF8.GetString(bytes));
    }

    [Property(MaxTest = 200)]
    public void Append_TextInAnyPieces_NeverShowsAReplacement(int seed)
    {
        var random = new Random(seed);
        string[] characters = ["a", "é", "漢", "😀", "\u0301", "\uFFFD"];
        var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => characters[random.Next(characters.Length - 1)]));
        var assembler = new Utf8Assembler();
        string.Concat(Pieces(Encoding.UTF8.GetBytes(text), random).Select(p => assembler.Append(p))).ShouldBe(text);
        assembler.Flush().ShouldBe("");
    }

    [Fact]
    public void Append_CharacterInHalves_ComesOutWithItsLastByte()
    {
        var assembler = new Utf8Assembler();
        assembler.Append([(byte)'x', 0xF0, 0x9F]).ShouldBe("x");
        assembler.Append([0x98]).ShouldBe("");
        assembler.Append([0x80, (byte)'y']).ShouldBe("😀y");
    }

    [Fact]
    public void Flush_UnfinishedCharacter_BecomesAReplacementOnce()
    {
        var assembler = new Utf8Assembler();
        assembler.Append([0xE6, 0xBC]).ShouldBe("");
        assembler.Flush().ShouldBe("\uFFFD");
        assembler.Flush().ShouldBe("");
        assembler.Append("a"u8).ShouldBe("a");
    }

    private static IEnumerable<byte[]> Pieces(byte[] bytes, Random random)
    {
        for (var start = 0; start < bytes.Length;)
        {
            var length = Math.Min(random.Next(0, 5), bytes.Length - start);
            yield return bytes[start..(start + length)];
            start += length;
        }
    }
}
