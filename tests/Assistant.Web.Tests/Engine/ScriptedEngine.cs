using System.Diagnostics;
using System.Globalization;
using Assistant.Web.Engine;

namespace Assistant.Web.Tests.Engine;

/// <summary>A real child process in the place of the engine, which does at each start what its script says.</summary>
internal sealed class ScriptedEngine : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assistant-engine-");

    /// <param name="starts">What each start does; the last word holds for all further ones.</param>
    public ScriptedEngine(params string[] starts) => Rewrite(starts);

    public static EngineCommand Command { get; } =
        new("dotnet", [File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "engine-stand-in.path")).Trim()]);

    /// <summary>The file to give as the model.</summary>
    public string Model => Path.Combine(folder.FullName, "script.gguf");

    /// <summary>The processes that were started so far.</summary>
    public IReadOnlyList<int> Processes => [.. Read(".starts").Select(l => int.Parse(l, CultureInfo.InvariantCulture))];

    public void Rewrite(params string[] starts) => File.WriteAllLines(Model, starts);

    /// <summary>Ends the running process as "kill -9" does.</summary>
    public void Kill()
    {
        using var process = Process.GetProcessById(Processes[^1]);
        process.Kill();
    }

    public async Task WaitForRequestAsync(int count = 1)
    {
        while (Read(".requests").Length < count)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string[] Read(string extension) => File.Exists(Model + extension) ? File.ReadAllLines(Model + extension) : [];
}
