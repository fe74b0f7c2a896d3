namespace Assistant.Policies.Tests.Doubles;

/// <summary>A rules folder of its own for one test.</summary>
internal sealed class RuleFolder : IDisposable
{
    /// <summary>A valid rule that finds the word "forbidden".</summary>
    public const string Valid = """
        id: banned
        description: Finds a word.
        stages: [output]
        detector: text
        parameters:
          terms: [forbidden]
        action: redact
        severity: low
        message: A word was hidden.
        """;

    public RuleFolder(params (string File, string Text)[] files)
    {
        Path = Directory.CreateTempSubdirectory("rules-").FullName;
        foreach (var (file, text) in files)
        {
            Write(file, text);
        }
    }

    public string Path { get; }

    public void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

    public void Delete(string file) => File.Delete(System.IO.Path.Combine(Path, file));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
