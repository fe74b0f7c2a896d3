using System.Text.Json;
using Assistant.Adapters.Routing.Examples;
using Assistant.Core.Domains;

namespace Assistant.Adapters.Tests.Routing.Examples;

public sealed class ShippedExamplesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "examples");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.jsonl").Select(f => Path.GetFileName(f))];

    [Fact]
    public void ReadFor_ShippedDomains_IsComplete()
    {
        var set = ExampleReader.ReadFor(DomainCatalog.Default, path: null);

        set.Problems.ShouldBeEmpty();
        set.Examples.CountBy(e => e.Label).ShouldAllBe(c => c.Value >= 150);
        set.Examples.Count(e => e.Label == LabelledText.OutOfScope).ShouldBeGreaterThanOrEqualTo(200);
    }

    [Fact]
    public void ReadFor_FewerDomains_LeavesTheOthersOut()
    {
        var set = ExampleReader.ReadFor(new DomainCatalog([new Domain("hr", "HR"), new Domain("it", "IT")]), path: null);

        set.Problems.ShouldBeEmpty();
        set.Examples.Select(e => e.Label).Distinct().ShouldBe(["hr", "it", LabelledText.OutOfScope], ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Examples_OfAFile_CoverThreeLanguages(string file) =>
        Read(file).CountBy(e => e.Language).Where(c => c.Value >= 25).Select(c => c.Key).ShouldBe(["en", "de", "es"], ignoreOrder: true);

    [Fact]
    public void Examples_OfAllFiles_AreDifferent() =>
        Files.SelectMany(f => Read(f.Data)).CountBy(e => e.Text.ToUpperInvariant()).Where(c => c.Value > 1).ShouldBeEmpty();

    [Fact]
    public void Examples_AreNot_AmongTheSampleQuestions()
    {
        var questions = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "questions.jsonl"))
            .Select(line => JsonSerializer.Deserialize<SampleQuestion>(line, JsonSerializerOptions.Web)!.Question.ToUpperInvariant())
            .ToHashSet();

        Files.SelectMany(f => Read(f.Data)).Where(e => questions.Contains(e.Text.ToUpperInvariant())).ShouldBeEmpty();
    }

    private static IEnumerable<Example> Read(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).Select(line => JsonSerializer.Deserialize<Example>(line, JsonSerializerOptions.Web)!);

    private sealed record Example(string Text, string Label, string Language);

    private sealed record SampleQuestion(string Question);
}
