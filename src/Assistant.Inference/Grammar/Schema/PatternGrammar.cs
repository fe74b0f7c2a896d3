using System.Globalization;
using System.Text;

namespace Assistant.Inference.Grammar.Schema;

/// <summary>
/// Turns a regular expression into GBNF for the inside of a JSON string: anchored with ^ and $, literals, classes,
/// \d \w \s, groups, alternatives and repetitions. Anything else, and characters that JSON must escape, is refused.
/// </summary>
internal sealed class PatternGrammar(string pattern)
{
    private const int MaxNesting = 50;

    private int position;
    private int end;
    private int depth;
    private bool hasTopLevelAlternatives;

    public string? Problem { get; private set; }

    private char Next => position < this.end ? pattern[position] : '\0';

    /// <returns>GBNF, or null with <see cref="Problem"/> set.</returns>
    public string? Convert()
    {
        if (pattern.Length < 2 || pattern[0] != '^' || pattern[^1] != '$' || IsEscaped(pattern.Length - 1))
        {
            return Fail("A pattern must begin with ^ and end with $.");
        }
        (position, this.end) = (1, pattern.Length - 1);
        var body = Alternatives();
        if (body is not null && position < this.end)
        {
            return Fail($"'{Next}' at {position} is not supported.");
        }
        // "^a|b$" anchors each alternative on one side only.
        return body is not null && hasTopLevelAlternatives ? Fail("Put alternatives into a group: ^(a|b)$.") : body;
    }

    private string? Fail(string message)
    {
        Problem ??= message;
        return null;
    }

    private bool IsEscaped(int index)
    {
        var backslashes = 0;
        while (index - backslashes - 1 >= 0 && pattern[index - backslashes - 1] == '\\')
        {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private string? Alternatives()
    {
        var text = new StringBuilder("( ");
        while (true)
        {
            if (Sequence() is not { } sequence)
            {
                return null;
            }
            text.Append(sequence);
            if (Next != '|')
            {
                return text.Append(')').ToString();
            }
            hasTopLevelAlternatives |= depth == 0;
            position++;
            text.Append("| ");
        }
    }

    private string? Sequence()
    {
        var text = new StringBuilder();
        while (position < this.end && Next is not ('|' or ')'))
        {
            if (Item() is not { } item || Repetition() is not { } repetition)
            {
                return null;
            }
            text.Append(item).Append(repetition).Append(' ');
        }
        return text.ToString();
    }

    private string? Item()
    {
        switch (Next)
        {
            case '(':
                return Group();
            case '[':
                return Class();
            case '.':
                position++;
                return $"[^{GrammarWriter.NotPlain}{PatternClasses.LineEnds}]";
            case '\\' when PatternClasses.Shorthand(Peek(1), negated: false) is { } shorthand:
                position += 2;
                return $"[{shorthand}]";
            case '^' or '$' or '*' or '+' or '?' or '{' or '}' or ']':
                return Fail($"'{Next}' at {position} is not supported.");
            default:
                return Character(excluded: false) is { } character ? GrammarText.Literal(character.ToString()) : null;
        }
    }

    private string? Group()
    {
        position++;
        if (Next == '?')
        {
            if (Peek(1) != ':')
            {
                return Fail("Groups other than (...) and (?:...) are not supported.");
            }
            position += 2;
        }
        if (++depth > MaxNesting)
        {
            return Fail($"More than {MaxNesting} groups stand within each other.");
        }
        var body = Alternatives();
        depth--;
        if (body is null || Next != ')')
        {
            return Fail("A group has no end.");
        }
        position++;
        return body;
    }

    private string? Class()
    {
        position++;
        var negated = Next == '^';
        if (negated)
        {
            position++;
        }
        var members = new StringBuilder();
        while (Next != ']')
        {
            if (position >= this.end)
            {
                return Fail("A character class has no end.");
            }
            if (Next == '\\' && PatternClasses.Shorthand(Peek(1), negated) is { } shorthand)
            {
                position += 2;
                members.Append(shorthand);
                continue;
            }
            if (Character(negated) is not { } first)
            {
                return null;
            }
            members.Append(GrammarText.InClass(first));
            if (Next == '-' && Peek(1) != ']')
            {
                position++;
                if (Character(negated) is not { } last || (!negated && PatternClasses.SpansEscaped(first, last)))
                {
                    return Fail("The range of a character class takes in a character that JSON escapes.");
                }
                members.Append('-').Append(GrammarText.InClass(last));
            }
        }
        position++;
        return members.Length == 0 ? Fail("An empty character class is not supported.")
            : negated ? $"[^{GrammarWriter.NotPlain}{members}]" : $"[{members}]";
    }

    private string? Repetition()
    {
        var start = position;
        if (Next is '*' or '+' or '?')
        {
            position++;
        }
        else if (Next == '{')
        {
            var close = pattern.IndexOf('}', position);
            var bounds = close < 0 || close >= this.end ? "" : pattern[(position + 1)..close];
            if (bounds.Length == 0 || !bounds.All(c => char.IsAsciiDigit(c) || c == ',') || !char.IsAsciiDigit(bounds[0]) || bounds.Count(c => c == ',') > 1)
            {
                return Fail("A repetition is {m}, {m,} or {m,n}.");
            }
            position = close + 1;
        }
        var repetition = pattern[start..position];
        return Next is '?' or '+' && repetition.Length > 0 ? Fail("Lazy and possessive repetitions are not supported.") : repetition;
    }

    /// <param name="excluded">True where the character is one that must not occur.</param>
    private Rune? Character(bool excluded)
    {
        var start = position;
        if (Next == '\\')
        {
            position++;
            if (char.IsAsciiLetterOrDigit(Next))
            {
                Fail($"'\\{Next}' at {start} is not supported.");
                return null;
            }
        }
        if (position >= this.end || Rune.DecodeFromUtf16(pattern.AsSpan(position, this.end - position), out var rune, out var length) != System.Buffers.OperationStatus.Done)
        {
            Fail("The pattern ends too early.");
            return null;
        }
        if (!excluded && PatternClasses.IsEscapedInJson(rune))
        {
            Fail(string.Create(CultureInfo.InvariantCulture, $"The character U+{rune.Value:X4} must be escaped in JSON; it is not supported in a pattern."));
            return null;
        }
        position += length;
        return rune;
    }

    private char Peek(int ahead) => position + ahead < this.end ? pattern[position + ahead] : '\0';
}
