namespace Assistant.Inference.Grammar;

/// <summary>Reads the symbols of GBNF that stand for characters or tokens. Ones that nothing can match are refused: generation would be stuck there.</summary>
internal static class GbnfTerminals
{
    public static bool ReadLiteral(GbnfReader reader, List<GrammarSymbol> sequence)
    {
        reader.Skip(1);
        while (reader.Next != '"')
        {
            var start = reader.Position;
            if (!reader.ReadCharacter(out var codePoint))
            {
                return false;
            }
            var character = GrammarSymbol.Character.Of(codePoint);
            if (!character.MatchesSomething())
            {
                return reader.Fail("U+0000 and surrogates can't be matched.", start);
            }
            sequence.Add(character);
        }
        reader.Skip(1);
        return true;
    }

    public static bool ReadClass(GbnfReader reader, List<GrammarSymbol> sequence)
    {
        var start = reader.Position;
        reader.Skip(1);
        var negated = reader.Next == '^';
        if (negated)
        {
            reader.Skip(1);
        }
        List<CodePointRange> ranges = [];
        while (reader.Next != ']')
        {
            var rangeStart = reader.Position;
            if (!reader.ReadCharacter(out var first))
            {
                return false;
            }
            var last = first;
            if (reader.Next == '-' && reader.Peek(1) != ']')
            {
                reader.Skip(1);
                if (!reader.ReadCharacter(out last))
                {
                    return false;
                }
            }
            if (last < first)
            {
                return reader.Fail("The range ends before it begins.", rangeStart);
            }
            ranges.Add(new CodePointRange(first, last));
        }
        reader.Skip(1);
        var character = new GrammarSymbol.Character(ranges, negated);
        if (ranges.Count == 0 || !character.MatchesSomething())
        {
            return reader.Fail("The character class matches nothing.", start);
        }
        sequence.Add(character);
        return true;
    }

    /// <summary>Reads <c>&lt;[id]&gt;</c> or <c>!&lt;[id]&gt;</c>. The form with a token's text is refused: whether it is one token, only the model knows.</summary>
    public static bool ReadToken(GbnfReader reader, List<GrammarSymbol> sequence, int vocabularySize)
    {
        var start = reader.Position;
        var negated = reader.Next == '!';
        if (negated)
        {
            reader.Skip(1);
        }
        if (vocabularySize == 0)
        {
            return reader.Fail("Token symbols are not allowed here.", start);
        }
        if (reader.Next == '<' && reader.Peek(1) != '[')
        {
            return reader.Fail("A token is named by its id: <[123]>.", start);
        }
        if (!reader.Expect("<[") || !reader.ReadNumber(out var id) || !reader.Expect("]>"))
        {
            return false;
        }
        if (id >= vocabularySize)
        {
            return reader.Fail($"The model has {vocabularySize} tokens; there is no token {id}.", start);
        }
        sequence.Add(new GrammarSymbol.Token(id, negated));
        return true;
    }
}
