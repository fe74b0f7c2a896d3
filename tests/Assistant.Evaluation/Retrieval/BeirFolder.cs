using System.Globalization;
using System.Text.Json;

namespace Assistant.Evaluation.Retrieval;

/// <summary>Reads a folder in BEIR's format: corpus.jsonl, queries.jsonl and qrels/test.tsv. A corpus entry is a document of one passage.</summary>
internal static class BeirFolder
{
    public static TestCollection Read(string folder)
    {
        var relevant = Judgements(Existing(folder, "qrels", "test.tsv"));
        var documents = Lines(Existing(folder, "corpus.jsonl"))
            .Select(entry => new TestDocument(Field(entry, "title"), [new TestText(Field(entry, "_id"), Field(entry, "text"))]))
            .ToList();
        var questions = Lines(Existing(folder, "queries.jsonl"))
            .Select(entry => new TestQuestion(Field(entry, "_id"), Field(entry, "text")))
            .Where(question => relevant.ContainsKey(question.Id))
            .ToList();
        return new TestCollection(documents, questions, relevant);
    }

    private static Dictionary<string, IReadOnlyDictionary<string, int>> Judgements(string path) =>
        File.ReadLines(path)
            .Select(line => line.Split('\t'))
            .Where(fields => fields.Length == 3 && int.TryParse(fields[2], NumberStyles.Integer, CultureInfo.InvariantCulture, out var grade) && grade > 0)
            .GroupBy(fields => fields[0], StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => (IReadOnlyDictionary<string, int>)g.DistinctBy(f => f[1]).ToDictionary(f => f[1], f => int.Parse(f[2], CultureInfo.InvariantCulture), StringComparer.Ordinal),
                StringComparer.Ordinal);

    private static IEnumerable<JsonElement> Lines(string path) =>
        File.ReadLines(path).Where(line => !string.IsNullOrWhiteSpace(line)).Select((line, i) =>
        {
            try
            {
                return JsonSerializer.Deserialize<JsonElement>(line);
            }
            catch (JsonException e)
            {
                throw new UsageException($"--beir: line {i + 1} of '{path}' is not JSON: {e.Message}");
            }
        });

    private static string Field(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Existing(string folder, params string[] parts)
    {
        var path = Path.Combine([folder, .. parts]);
        return File.Exists(path) ? path : throw new UsageException($"--beir: there is no file '{path}'.");
    }
}
