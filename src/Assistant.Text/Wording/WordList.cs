namespace Assistant.Text.Wording;

/// <summary>The embedded word lists: a line each, "#" for comments.</summary>
internal static class WordList
{
    public static IReadOnlyList<string> Languages { get; } = ["en", "de", "es"];

    public static IEnumerable<string> Lines(string name, string language)
    {
        var resource = $"{typeof(WordList).Namespace}.Data.{name}-{language}.txt";
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The word list '{resource}' is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
