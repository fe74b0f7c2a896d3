using System.Text.Json;

namespace Assistant.Adapters.Tests.Routing;

/// <summary>
/// The shipped examples against questions that none of them was written from. Measured when this was written:
/// accuracy 0.73, routed 0.80, of these right 0.77; the margins allow for retraining noise, not for a regression.
/// </summary>
public sealed class SampleQuestionsTests(ShippedRouter shipped)
{
    [Fact]
    public async Task RouteAsync_SampleQuestions_MostlyFindTheirDomain()
    {
        var questions = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "questions.jsonl"))
            .Select(line => JsonSerializer.Deserialize<SampleQuestion>(line, JsonSerializerOptions.Web)!)
            .Where(q => q.Kind == "answerable")
            .ToList();

        var right = 0;
        var routed = 0;
        var routedRight = 0;
        foreach (var question in questions)
        {
            var route = await shipped.Open.RouteAsync(question.Question, [.. question.History]);
            right += route.Scores.MaxBy(s => s.Value).Key == question.Domain ? 1 : 0;
            routed += route.Domain is null ? 0 : 1;
            routedRight += route.Domain == question.Domain ? 1 : 0;
        }

        (right / (double)questions.Count).ShouldBeGreaterThan(0.65);
        (routed / (double)questions.Count).ShouldBeGreaterThan(0.65);
        (routedRight / (double)routed).ShouldBeGreaterThan(0.70);
    }

    private sealed record SampleQuestion(string Question, string Kind, string Domain, IReadOnlyList<string> History);
}
