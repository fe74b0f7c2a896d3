using System.Globalization;

namespace Assistant.Inference.StandIn;

/// <summary>
/// The file that the setting Inference:Model names: a word per line for each start, the last one for all further starts.
/// Beside it, ".starts" gets the process id of each start, and ".requests" a line for each request.
/// </summary>
internal static class Script
{
    private static readonly string Model = Environment.GetEnvironmentVariable("Inference__Model")!;

    /// <summary>What this start does.</summary>
    public static string Begin()
    {
        var starts = Model + ".starts";
        File.AppendAllText(starts, Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "\n");
        var number = File.ReadAllLines(starts).Length;
        var words = File.ReadAllLines(Model);
        return words[Math.Min(number, words.Length) - 1];
    }

    public static void NoteRequest() => File.AppendAllText(Model + ".requests", "request\n");
}
