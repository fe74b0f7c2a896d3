using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Assistant.Inference.Host.Json;

namespace Assistant.Inference.Host.Lifetime;

/// <summary>Lines of JSON on standard output, for the program that started this one; the log goes to standard error.</summary>
internal static class Announcement
{
    public static void Listening(string address) => Write(new ListeningLine(address), HostJson.Wire.ListeningLine);

    public static void Failed(string reason) => Write(new FailedLine(reason), HostJson.Wire.FailedLine);

    private static void Write<T>(T line, JsonTypeInfo<T> json)
    {
        Console.Out.WriteLine(JsonSerializer.Serialize(line, json));
        Console.Out.Flush();
    }
}

/// <param name="Listening">The first address, such as http://127.0.0.1:34567.</param>
internal sealed record ListeningLine(string Listening);

/// <param name="Failed">Why this process ends.</param>
internal sealed record FailedLine(string Failed);
