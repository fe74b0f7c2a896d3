using System.Buffers;
using System.Globalization;

namespace Assistant.Text.Analysis;

/// <summary>Makes the terms of one text in one language.</summary>
internal sealed class TermBuilder(string text, LanguageRules rules, WordTerms words)
{
    private const int ShortestVariant = 2;

    private static readonly SearchValues<char> Capitals = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ.");

    private readonly List<Token> tokens = new(text.Length / 8);

    /// <summary>In a text with small letters, "IT" and "U.S." in capitals are names and no stop words.</summary>
    private readonly bool capitalsAreNames = text.Any(char.IsLower);

    public List<Token> Build()
    {
        foreach (var run in WordSegmenter.Runs(text))
        {
            if (run.WithoutSpaces)
            {
                AddPairs(run);
            }
            else if (RunShape.IsPlainWord(text.AsSpan(run.Start, run.Length)))
            {
                AddWord(run.Start, run.Length);
            }
            else
            {
                AddRun(run, WordParts.Of(text, run));
            }
        }

        return tokens;
    }

    private void AddRun(WordRun run, List<WordPart> parts)
    {
        if (parts.Count == 1)
        {
            AddPart(parts[0]);
        }
        else if (parts.TrueForAll(p => p.IsNumber))
        {
            AddNumber(run, parts);
        }
        else if (RunShape.IsVersion(text[run.Start], parts))
        {
            AddTerm(text[(run.Start + 1)..run.End], run.Start, run.Length, isVariant: false);
            AddTerm(Folding.Fold(Lower(run.Start, run.Length)), run.Start, run.Length, isVariant: true);
        }
        else if (RunShape.IsAbbreviation(parts))
        {
            AddWord(Joined(parts), run.Start, run.Length);
        }
        else
        {
            AddCompound(run, parts);
        }
    }

    /// <summary>Pieces between connectors, and the whole where it reads as one identifier.</summary>
    private void AddCompound(WordRun run, List<WordPart> parts)
    {
        var pieces = RunShape.Pieces(parts);
        for (var i = 0; i < pieces.Count; i++)
        {
            i += AddPiece(pieces, i);
        }

        var named = WordSegmenter.IsApostrophe(parts[^1].Glue) ? parts[..^1] : parts;
        if (RunShape.IsIdentifier(named))
        {
            AddTerm(Joined(named), run.Start, named[^1].End - run.Start, isVariant: true);
        }
    }

    /// <summary>Adds one piece; returns how many pieces behind it went with it.</summary>
    private int AddPiece(List<List<WordPart>> pieces, int index)
    {
        var piece = pieces[index];
        var next = index + 1 < pieces.Count ? pieces[index + 1] : null;
        var glue = next?[0].Glue ?? '\0';
        if (WordSegmenter.IsApostrophe(glue))
        {
            return AddApostrophe(piece, next!);
        }

        if (next is { Count: 1 } && WordSegmenter.IsHyphen(glue) && piece is [{ IsNumber: false, Length: 1 }] && !next[0].IsNumber)
        {
            // "E-Mail" and "email", "X-ray" and "xray" are one word.
            AddWord(Joined([piece[0], next[0]]), piece[0].Start, next[0].End - piece[0].Start);
            AddWord(next[0].Start, next[0].Length, isVariant: true);
            return 1;
        }

        AddPiece(piece);
        return 0;
    }

    private void AddPiece(List<WordPart> piece)
    {
        var (start, length) = (piece[0].Start, piece[^1].End - piece[0].Start);
        if (piece.Count == 1)
        {
            AddPart(piece[0]);
            return;
        }

        // "30km" is a number and its unit; "PX400", "Q4" and "userName" are names that may also be written apart.
        var isQuantity = piece is [{ IsNumber: true }, { IsNumber: false }];
        var areWords = piece.TrueForAll(p => p.IsNumber || p.Length >= ShortestVariant);
        if (isQuantity || areWords)
        {
            piece.ForEach(p => AddPart(p, isVariant: !isQuantity));
        }

        AddWord(start, length, isVariant: isQuantity);
    }

    /// <summary>Possessives and contractions end at the apostrophe, articles before it go, names like O'Brien are one word.</summary>
    private int AddApostrophe(List<WordPart> left, List<WordPart> right)
    {
        var ending = Lower(right[0].Start, right[^1].End - right[0].Start);
        if (ending is "s" or "t" or "re" or "ve" or "ll" or "d" or "m")
        {
            AddPiece(left);
            return 1;
        }

        if (rules.Elides)
        {
            if (left[^1].End - left[0].Start > 1)
            {
                AddPiece(left);
            }

            return 0;
        }

        AddWord(Joined([.. left, .. right]), left[0].Start, right[^1].End - left[0].Start);
        return 1;
    }

    private void AddNumber(WordRun run, List<WordPart> parts)
    {
        if (NumberForm.Canonical(text.AsSpan(run.Start, run.Length), rules.CommaIsDecimal) is { } number)
        {
            AddTerm(number, run.Start, run.Length, isVariant: false);
        }
        else if (RunShape.IsDotted(parts))
        {
            AddTerm(text.Substring(run.Start, run.Length), run.Start, run.Length, isVariant: false);
        }
        else
        {
            parts.ForEach(p => AddPart(p));
        }
    }

    private void AddPart(WordPart part, bool isVariant = false)
    {
        if (part.IsNumber)
        {
            AddTerm(NumberForm.Whole(Lower(part.Start, part.Length)), part.Start, part.Length, isVariant);
        }
        else
        {
            AddWord(part.Start, part.Length, isVariant);
        }
    }

    private void AddWord(int start, int length, bool isVariant = false) =>
        AddWord(text.AsSpan(start, length), start, length, isVariant);

    /// <param name="word">The word as it is looked up, which may leave connectors out.</param>
    private void AddWord(ReadOnlySpan<char> word, int start, int length, bool isVariant = false)
    {
        var (term, isStopWord) = words.Of(word);
        if (!isStopWord || (capitalsAreNames && length > 1 && text.AsSpan(start, length).IndexOfAnyExcept(Capitals) < 0))
        {
            AddTerm(term, start, length, isVariant);
        }
    }

    /// <summary>Overlapping pairs of characters; a single one stands for itself.</summary>
    private void AddPairs(WordRun run)
    {
        var graphemes = StringInfo.ParseCombiningCharacters(text.Substring(run.Start, run.Length));
        for (var i = 0; i < Math.Max(1, graphemes.Length - 1); i++)
        {
            var start = run.Start + graphemes[i];
            var end = i + 2 < graphemes.Length ? run.Start + graphemes[i + 2] : run.End;
            AddTerm(Folding.Fold(Lower(start, end - start)), start, end - start, isVariant: false);
        }
    }

    private void AddTerm(string term, int start, int length, bool isVariant)
    {
        if (term.Length > 0)
        {
            tokens.Add(new Token(term.Length > WordTerms.LongestTerm ? term[..WordTerms.LongestTerm] : term, start, length, isVariant));
        }
    }

    private string Lower(int start, int length) => Folding.Lower(text.AsSpan(start, length));

    private string Joined(List<WordPart> parts) => string.Concat(parts.Select(p => Folding.Fold(Lower(p.Start, p.Length))));
}
