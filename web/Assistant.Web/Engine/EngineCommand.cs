namespace Assistant.Web.Engine;

/// <summary>The program that runs the language model.</summary>
/// <param name="FileName">Executable.</param>
internal sealed record EngineCommand(string FileName, IReadOnlyList<string> Arguments)
{
    private const string Name = "Assistant.Inference.Host";

    /// <summary>The engine in the folder "engine" beside the application, started the way the application was: by "dotnet", or as an executable.</summary>
    public static EngineCommand Shipped()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "engine", Name);
        return Environment.ProcessPath is { } runner && Path.GetFileNameWithoutExtension(runner).Equals("dotnet", StringComparison.OrdinalIgnoreCase)
            ? new EngineCommand(runner, [$"{program}.dll", .. Listen])
            : new EngineCommand(OperatingSystem.IsWindows() ? $"{program}.exe" : program, Listen);
    }

    /// <summary>Any free port, and nobody but this machine.</summary>
    private static IReadOnlyList<string> Listen => ["--urls", "http://127.0.0.1:0"];
}
