using System.Runtime.InteropServices;

namespace Assistant.Ingestion.Parsing;

/// <summary>The program that reads files.</summary>
/// <param name="FileName">Executable.</param>
internal sealed record ParserCommand(string FileName, IReadOnlyList<string> Arguments)
{
    private const string Name = "Assistant.Ingestion.Parser";

    /// <summary>The parser in the folder "parser" beside the application, run by the runtime that runs the application.</summary>
    public static ParserCommand Shipped()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "parser");
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return File.Exists(host)
            ? new ParserCommand(host, [Path.Combine(folder, Name + ".dll")])
            : new ParserCommand(Path.Combine(folder, OperatingSystem.IsWindows() ? Name + ".exe" : Name), []);
    }
}
