namespace Assistant.TestKit.Models;

/// <summary>Vocabularies of test models. Any text can be written with each of the first two.</summary>
public static class Vocabularies
{
    private static readonly string[] Words =
        """
        the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which
        one you were her all she there would their we him been has when who will more no if out so said what up its about
        into than them can only other new some could time these two may then do first any my now such like our over man
        me even most made after also did many before must through back years where much your way well down should because
        each just those people how too little state good very make world still own see men work long get here between both
        life being under never day same another know while last might us great old year off come since against go came
        right used take three policy employee employees manager leave days notice period contract payment invoice invoices
        approval approved expense expenses travel request requests report reports document documents section page table
        answer answers question questions customer customers order orders delivery price prices amount amounts total tax
        company department office security password account accounts access system service services support team meeting
        training benefits health insurance vacation holiday sick parental overtime salary bonus working hours remote home
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static readonly string[] Turns = ["<|im_start|>", "<|im_end|>"];

    /// <summary>SentencePiece with byte fallback: about 1,100 tokens.</summary>
    public static ModelVocabulary Spm()
    {
        var vocabulary = new ModelVocabulary("llama");
        vocabulary.Add("<unk>", ModelVocabulary.Unknown);
        vocabulary.Keys["unknown_token_id"] = 0u;
        vocabulary.Keys["bos_token_id"] = (uint)vocabulary.Add("<s>", ModelVocabulary.Control);
        vocabulary.Add("</s>", ModelVocabulary.Control);
        for (var value = 0; value < 256; value++)
            vocabulary.Add($"<0x{value:X2}>", ModelVocabulary.Byte, readable: value == '\n');
        foreach (var turn in Turns)
            vocabulary.Keys["eos_token_id"] = (uint)vocabulary.Add(turn, ModelVocabulary.Control);
        vocabulary.Keys["add_bos_token"] = true;
        vocabulary.Keys["add_eos_token"] = false;

        // A pair of neighbours merges when the joined text is a piece, best score first: every prefix must be one.
        var pieces = new Dictionary<string, int>();
        foreach (var word in Words.Prepend(""))
            for (var length = 1; length <= word.Length + 1; length++)
                pieces.TryAdd($"▁{word}"[..length], pieces.Count);
        foreach (var word in Words)
            for (var length = 2; length <= word.Length; length++)
                pieces.TryAdd(word[..length], pieces.Count);
        for (var character = '!'; character <= '~'; character++)
            pieces.TryAdd($"{character}", pieces.Count);
        foreach (var (piece, rank) in pieces)
            vocabulary.Add(piece, ModelVocabulary.Normal, -rank, readable: true);
        return vocabulary;
    }

    /// <summary>
    /// Byte-level BPE with <paramref name="size"/> tokens: real words first, then as many made-up ones as are needed.
    /// </summary>
    /// <param name="preTokenizer">Value of <c>tokenizer.ggml.pre</c>, such as gpt-2 or qwen2.</param>
    public static ModelVocabulary Bpe(int size = 1536, string preTokenizer = "gpt-2")
    {
        var vocabulary = new ModelVocabulary("gpt2");
        vocabulary.Keys["pre"] = preTokenizer;
        var known = new HashSet<string>();
        for (var value = 0; value < 256; value++)
        {
            known.Add($"{ByteCharacter(value)}");
            vocabulary.Add($"{ByteCharacter(value)}", ModelVocabulary.Normal, readable: value is '\n' or >= ' ' and <= '~');
        }

        void Merge(string left, string right)
        {
            if (vocabulary.Count >= size - 3 || !known.Add(left + right))
                return;
            vocabulary.MergeList.Add($"{left} {right}");
            vocabulary.Add(left + right, ModelVocabulary.Normal, readable: true);
        }

        foreach (var word in Words.Select(word => $"Ġ{word}"))
            for (var length = 1; length < word.Length; length++)
                Merge(word[..length], word[length..(length + 1)]);
        AddMadeUpWords(vocabulary, size - 3, Merge);
        vocabulary.Keys["bos_token_id"] = (uint)vocabulary.Add("<|endoftext|>", ModelVocabulary.Control);
        foreach (var turn in Turns)
            vocabulary.Keys["eos_token_id"] = (uint)vocabulary.Add(turn, ModelVocabulary.Control);
        vocabulary.Keys["add_bos_token"] = false;
        return vocabulary;
    }

    /// <summary>WordPiece of the BERT kind: lower-case words, their beginnings and single letters.</summary>
    public static ModelVocabulary WordPiece()
    {
        var vocabulary = new ModelVocabulary("bert");
        vocabulary.Keys["padding_token_id"] = (uint)vocabulary.Add("[PAD]", ModelVocabulary.Control);
        vocabulary.Keys["unknown_token_id"] = (uint)vocabulary.Add("[UNK]", ModelVocabulary.Unknown);
        vocabulary.Keys["bos_token_id"] = (uint)vocabulary.Add("[CLS]", ModelVocabulary.Control);
        vocabulary.Keys["seperator_token_id"] = (uint)vocabulary.Add("[SEP]", ModelVocabulary.Control);
        vocabulary.Keys["eos_token_id"] = vocabulary.Keys["seperator_token_id"];
        vocabulary.Keys["mask_token_id"] = (uint)vocabulary.Add("[MASK]", ModelVocabulary.Control);
        vocabulary.Keys["token_type_count"] = 2u;
        var pieces = Enumerable.Range('!', '~' - '!' + 1).Select(code => $"{(char)code}".ToLowerInvariant()).Distinct().ToList();
        foreach (var piece in pieces.Concat(pieces.Select(piece => $"▁{piece}")).Concat(Words.Select(word => $"▁{word}")).Distinct())
            vocabulary.Add(piece, ModelVocabulary.Normal, readable: true);
        return vocabulary;
    }

    /// <summary>Joins short pieces of lower-case letters, oldest first, until the vocabulary is full.</summary>
    private static void AddMadeUpWords(ModelVocabulary vocabulary, int size, Action<string, string> merge)
    {
        var endings = "aeiourstnlm".Select(letter => $"{letter}").ToList();
        for (var next = 0; vocabulary.Count < size; next++)
        {
            var stem = vocabulary.Tokens[next];
            if (stem.Length > 10 || !stem.All(letter => letter is 'Ġ' or >= 'a' and <= 'z'))
                continue;
            foreach (var ending in endings)
                merge(stem, ending);
        }
    }

    /// <summary>The printable stand-in that byte-level BPE uses for a byte (GPT-2, 2019).</summary>
    private static char ByteCharacter(int value)
    {
        static bool Printable(int code) => code is >= '!' and <= '~' or >= '¡' and <= '¬' or >= '®' and <= 'ÿ';
        return Printable(value) ? (char)value : (char)(256 + Enumerable.Range(0, value).Count(code => !Printable(code)));
    }
}
