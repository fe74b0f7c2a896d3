using System.Text.Json;

namespace Assistant.Evaluation.Answers;

/// <summary>One line of a questions file.</summary>
/// <param name="User">The part of the asking user's e-mail address before the "@".</param>
/// <param name="Document">Key of the gold document; null when no document answers.</param>
/// <param name="Passage">Words of the gold passage; null when no document answers.</param>
/// <param name="Facts">Every entry must be in the answer, in one of its spellings.</param>
/// <param name="History">Questions asked before in the same conversation, oldest first.</param>
internal sealed record SampleQuestion(
    string Id,
    string Question,
    string User,
    QuestionKind Kind,
    string? Document,
    string? Passage,
    IReadOnlyList<IReadOnlyList<string>> Facts,
    IReadOnlyList<string> History)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static IReadOnlyList<SampleQuestion> Load(string path) =>
    [
        .. File.ReadLines(path)
            .Where(line => line.Length > 0)
            .Select((line, i) => Parse(path, line, i + 1)),
    ];

    private static SampleQuestion Parse(string path, string line, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<SampleQuestion>(line, Json) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new UsageException($"{path}, line {number}: not a question ({e.Message}).");
        }
    }
}

internal enum QuestionKind
{
    /// <summary>A document that the user may read answers it.</summary>
    Answerable,

    /// <summary>No document answers it.</summary>
    Unanswerable,

    /// <summary>Only documents that the user may not read answer it.</summary>
    Forbidden,
}
