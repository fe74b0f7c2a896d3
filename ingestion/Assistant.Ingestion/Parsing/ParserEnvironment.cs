namespace Assistant.Ingestion.Parsing;

/// <summary>The environment variables that a parser gets from the application.</summary>
internal static class ParserEnvironment
{
    private static readonly HashSet<string> Passed = new(StringComparer.OrdinalIgnoreCase)
    {
        "PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot", "windir", "DOTNET_ROOT", "LD_LIBRARY_PATH",
    };

    public static bool Passes(string name) => Passed.Contains(name);
}
