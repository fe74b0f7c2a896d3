using System.Globalization;
using System.Text;

namespace Assistant.Inference.Grammar;

/// <summary>Reads the words of a GBNF text. The first problem is kept; after it every read fails.</summary>
internal sealed class GbnfReader(string text)
{
    private (int Number, int Start) line = (1, 0);

    public GrammarProblem? Problem { get; private set; }

    public int Position { get; private set; }

    public bool AtEnd => Position >= text.Length;

    /// <summary>The next code unit, or U+0000 at the end; the text itself must not hold one.</summary>
    public char Next => Peek(0);

    public char Peek(int ahead) => Position + ahead < text.Length ? text[Position + ahead] : '\0';

    public void Skip(int count) => Position += count;

    /// <returns>Always false, for the callers' convenience.</returns>
    public bool Fail(string message, int? position = null)
    {
        if (Problem is null)
        {
            var (line, column) = PlaceOf(position ?? Position);
            Problem = new GrammarProblem(line, column, message);
        }
        return false;
    }

    public (int Line, int Column) PlaceOf(int position)
    {
        // Most places asked for come after the one before: counting goes on from there.
        var from = this.line.Start <= position ? this.line : (Number: 1, Start: 0);
        var between = text.AsSpan(from.Start, Math.Min(position, text.Length) - from.Start);
        var newLines = between.Count('\n');
        this.line = newLines == 0 ? from : (from.Number + newLines, from.Start + between.LastIndexOf('\n') + 1);
        return (this.line.Number, position - this.line.Start + 1);
    }

    /// <summary>Skips blanks and comments, and line ends where the grammar may go on in the next line.</summary>
    public void SkipSpace(bool acrossLines)
    {
        while (!AtEnd)
        {
            if (Next == '#')
            {
                while (!AtEnd && Next is not ('\r' or '\n'))
                {
                    Position++;
                }
            }
            else if (Next is ' ' or '\t' || (acrossLines && Next is '\r' or '\n'))
            {
                Position++;
            }
            else
            {
                return;
            }
        }
    }

    public bool Expect(string word)
    {
        if (string.CompareOrdinal(text, Position, word, 0, word.Length) != 0)
        {
            return Fail($"Expected '{word}'.");
        }
        Position += word.Length;
        return true;
    }

    public static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c == '-';

    public string? ReadName()
    {
        var start = Position;
        while (IsNameCharacter(Next))
        {
            Position++;
        }
        if (Position == start)
        {
            Fail("Expected a rule name (letters, digits and '-').");
            return null;
        }
        return text[start..Position];
    }

    public bool ReadNumber(out int number)
    {
        var start = Position;
        while (char.IsAsciiDigit(Next))
        {
            Position++;
        }
        return int.TryParse(text.AsSpan(start, Position - start), NumberStyles.None, CultureInfo.InvariantCulture, out number)
            || Fail(start == Position ? "Expected a number." : "The number is too large.", start);
    }

    /// <summary>Reads one character of a literal or a class, an escape sequence included.</summary>
    public bool ReadCharacter(out int codePoint)
    {
        codePoint = 0;
        if (AtEnd)
        {
            return Fail("The text ends within a literal or a character class.");
        }
        if (Next == '\\')
        {
            return ReadEscape(out codePoint);
        }
        if (Rune.DecodeFromUtf16(text.AsSpan(Position), out var rune, out var length) != System.Buffers.OperationStatus.Done)
        {
            return Fail("Half of a surrogate pair is no character.");
        }
        codePoint = rune.Value;
        Position += length;
        return true;
    }

    private bool ReadEscape(out int codePoint)
    {
        var start = Position;
        var kind = Peek(1);
        Position += 2;
        codePoint = kind switch
        {
            't' => '\t',
            'r' => '\r',
            'n' => '\n',
            '\\' or '"' or '[' or ']' => kind,
            _ => -1,
        };
        var digits = kind switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0)
        {
            return codePoint >= 0 || Fail("Unknown escape sequence.", start);
        }
        if (Position + digits > text.Length
            || !uint.TryParse(text.AsSpan(Position, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return Fail($"Expected {digits} hexadecimal digits after '\\{kind}'.", start);
        }
        if (value > 0x10FFFF)
        {
            return Fail("There is no character above U+10FFFF.", start);
        }
        codePoint = (int)value;
        Position += digits;
        return true;
    }
}
