using System.Globalization;
using System.Text.Json;

namespace Assistant.Evaluation.Retrieval;

/// <summary>
/// Reads a SQuAD-format file: an article is a document, a distinct paragraph is a passage of it, and a question is
/// answered by the paragraph that it was asked about.
/// </summary>
internal static class SquadFile
{
    /// <exception cref="UsageException">It is no such file.</exception>
    public static TestCollection Read(string path)
    {
        using var stream = File.OpenRead(path);
        try
        {
            using var json = JsonDocument.Parse(stream);
            return Read(json);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new UsageException($"--squad: '{path}' is not in SQuAD's format: {e.Message}");
        }
    }

    private static TestCollection Read(JsonDocument json)
    {
        var documents = new List<TestDocument>();
        var questions = new List<TestQuestion>();
        var relevant = new Dictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal);
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var article in json.RootElement.GetProperty("data").EnumerateArray())
        {
            var texts = new List<TestText>();
            foreach (var paragraph in article.GetProperty("paragraphs").EnumerateArray())
            {
                var text = paragraph.GetProperty("context").GetString()!;
                if (!ids.TryGetValue(text, out var id))
                {
                    id = string.Create(CultureInfo.InvariantCulture, $"paragraph {ids.Count}");
                    ids.Add(text, id);
                    texts.Add(new TestText(id, text));
                }

                foreach (var question in paragraph.GetProperty("qas").EnumerateArray())
                {
                    var questionId = string.Create(CultureInfo.InvariantCulture, $"question {questions.Count}");
                    questions.Add(new TestQuestion(questionId, question.GetProperty("question").GetString()!));
                    relevant[questionId] = new Dictionary<string, int>(StringComparer.Ordinal) { [id] = 1 };
                }
            }

            var title = article.TryGetProperty("title", out var named) ? named.GetString()!.Replace('_', ' ') : "";
            documents.Add(new TestDocument(title, texts));
        }

        return new TestCollection(documents, questions, relevant);
    }
}
