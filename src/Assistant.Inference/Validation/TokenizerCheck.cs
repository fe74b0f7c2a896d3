namespace Assistant.Inference.Validation;

/// <summary>
/// Checks the keys <c>tokenizer.ggml.*</c>. Arrays of unequal length make llama.cpp read past their end, and a missing
/// byte token throws through its C interface: both end the process.
/// </summary>
internal static class TokenizerCheck
{
    private const string Prefix = "tokenizer.ggml.";
    private const string Convert = "Convert the model again with a current converter.";

    // llama.cpp's built-in numbers of special tokens reach up to 103.
    private const int FewestTokens = 128;
    private const int MostTokens = 1 << 20;

    /// <summary>Returns the number of tokens.</summary>
    public static int Check(FileCheck check)
    {
        var model = check.Text($"{Prefix}model");
        check.Require(model is not null and not "none" and not "no_vocab", $"{Prefix}model", "The file has no vocabulary. Use a complete model.");
        check.Require(model is "llama" or "gpt2" or "bert" or "t5" or "gemma4", $"{Prefix}model", "This kind of vocabulary is not supported. Use a model of another family.");
        check.Text($"{Prefix}pre");
        if (!check.Metadata.TryGet<string[]>($"{Prefix}tokens", out var tokens) || tokens.Length is < FewestTokens or > MostTokens)
        {
            check.Fail($"{Prefix}tokens", $"It must be an array of {FewestTokens} to {MostTokens} texts. {Convert}");
            return 0;
        }
        CheckTokens(check, tokens, model);
        CheckScores(check, tokens.Length, required: model is "llama" or "t5");
        CheckTypes(check, tokens, model);
        CheckMerges(check, required: model == "gpt2" && check.Text($"{Prefix}pre") != "kimi-k2");
        CheckCharacterMap(check);
        CheckSpecialTokens(check, tokens.Length);
        return tokens.Length;
    }

    private static void CheckTokens(FileCheck check, string[] tokens, string? model)
    {
        var known = new HashSet<string>(tokens.Length, StringComparer.Ordinal);
        for (var id = 0; id < tokens.Length; id++)
        {
            // llama.cpp reads a text up to its first zero and names empty ones itself.
            var text = tokens[id].Split('\0')[0];
            if (!known.Add(text.Length == 0 ? $"[EMPTY_{id}]" : text))
            {
                check.Fail($"{Prefix}tokens", $"Token {id} has the text of an earlier one. {Convert}");
                return;
            }
        }
        if (model != "llama")
            return;
        for (var value = 0; value < 256; value++)
        {
            check.Require(known.Contains($"<0x{value:X2}>") || value is > 0 and < 128 && known.Contains($"{(char)value}"),
                $"{Prefix}tokens", $"There is no token for the byte {value:X2}, so that not every text can be written. {Convert}");
        }
    }

    private static void CheckScores(FileCheck check, int tokens, bool required)
    {
        const string Key = $"{Prefix}scores";
        if (!required && !check.Metadata.Has(Key))
            return;
        var valid = check.Metadata.TryGet<float[]>(Key, out var scores) && scores.Length == tokens && !scores.Any(float.IsNaN);
        check.Require(valid, Key, $"It must hold one 32-bit number for each of the {tokens} tokens. {Convert}");
    }

    private static void CheckTypes(FileCheck check, string[] tokens, string? model)
    {
        const string Key = $"{Prefix}token_type";
        const int Byte = 6;
        if (!check.Metadata.Has(Key))
            return;
        if (!check.Metadata.TryGet<int[]>(Key, out var types) || types.Length != tokens.Length || types.Any(type => type is < 0 or > Byte))
        {
            check.Fail(Key, $"It must hold one number from 0 to {Byte} for each of the {tokens.Length} tokens. {Convert}");
            return;
        }
        for (var id = 0; id < types.Length; id++)
        {
            if (types[id] == Byte && (model == "bert" || !IsByte(tokens[id])))
            {
                check.Fail(Key, $"Token {id} is marked as a byte and is none. {Convert}");
                return;
            }
        }
    }

    /// <summary>A byte is written as in &lt;0x0A&gt;.</summary>
    private static bool IsByte(string token) =>
        token.Length == 6 && token.StartsWith("<0x", StringComparison.Ordinal) && token[5] == '>' && char.IsAsciiHexDigit(token[3]) && char.IsAsciiHexDigit(token[4]);

    private static void CheckMerges(FileCheck check, bool required)
    {
        const string Key = $"{Prefix}merges";
        if (!required && !check.Metadata.Has(Key))
            return;
        check.Require(check.Metadata.TryGet<string[]>(Key, out _), Key, $"It must be an array of texts. {Convert}");
    }

    /// <summary>SentencePiece's map of characters: a length in bytes, then a trie of that length, then texts.</summary>
    private static void CheckCharacterMap(FileCheck check)
    {
        const string Key = $"{Prefix}precompiled_charsmap";
        var map = check.Metadata.Find(Key) switch
        {
            byte[] bytes => bytes,
            sbyte[] bytes => [.. bytes.Select(value => (byte)value)],
            _ => null,
        };
        if (!check.Metadata.Has(Key))
            return;
        var valid = map is { Length: > 4 } && BitConverter.ToUInt32(map) is var trie && trie % 4 == 0 && trie < map.Length - 4 && map[^1] == 0;
        check.Require(valid, Key, $"The map of characters is damaged. {Convert}");
    }

    private static void CheckSpecialTokens(FileCheck check, int tokens)
    {
        foreach (var key in check.Metadata.Keys.Where(key => key.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            // The largest number stands for "none" in files of some converters.
            if (key.EndsWith("_token_id", StringComparison.Ordinal) && check.Metadata.Find(key) is not uint.MaxValue)
                check.Number(key, 0, tokens - 1);
            else if (key == $"{Prefix}suppress_tokens")
                check.Require(check.Metadata.TryGet<int[]>(key, out _), key, $"It must be an array of 32-bit numbers. {Convert}");
            else if (key.StartsWith($"{Prefix}add_", StringComparison.Ordinal))
                check.Flag(key, fallback: false);
        }
    }
}
