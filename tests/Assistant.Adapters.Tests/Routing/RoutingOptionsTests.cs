using Assistant.Core.Routing;
using Microsoft.Extensions.Options;

namespace Assistant.Adapters.Tests.Routing;

public sealed class RoutingOptionsTests : IDisposable
{
    private static readonly string[] Domains = ["hr", "it", "legal", "finance", "engineering"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assistant-routing-");

    [Fact]
    public async Task Start_MissingExamples_NamesKeyValueAndFix()
    {
        var path = Path.Combine(folder.FullName, "nowhere");

        var message = await FailureAsync(("Routing:ExamplesPath", path));

        message.ShouldContain($"Routing:ExamplesPath is '{path}'");
        message.ShouldContain("no such file or folder");
        message.ShouldContain("name another file or folder");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"text\": \"Where is my payslip?\"}")]
    [InlineData("{\"text\": 7, \"label\": \"hr\"}")]
    [InlineData("{\"text\": \" \", \"label\": \"hr\"}")]
    [InlineData("{\"text\": \"Where is my payslip?\", \"label\": null}")]
    public async Task Start_MalformedLine_NamesFileAndLine(string line)
    {
        var path = Write("examples.jsonl", [.. OneOfEach, "", line]);

        var message = await FailureAsync(("Routing:ExamplesPath", path));

        message.ShouldContain("examples.jsonl, line 7");
        message.ShouldContain("'text' and a 'label'");
    }

    [Fact]
    public async Task Start_UnknownLabel_ListsTheDomains()
    {
        var path = Write("examples.jsonl", [.. OneOfEach, Line("Who are our customers?", "sales")]);

        var message = await FailureAsync(("Routing:ExamplesPath", path));

        message.ShouldContain("'sales' is not a domain");
        message.ShouldContain("hr, it, legal, finance, engineering");
    }

    [Fact]
    public async Task Start_DomainWithoutExamples_NamesIt()
    {
        var path = Write("examples.jsonl", OneOfEach[..4]);

        (await FailureAsync(("Routing:ExamplesPath", path))).ShouldContain("no example of the domain 'engineering'");
    }

    [Fact]
    public async Task Start_ManyProblems_ReportsTheFirstAndCountsTheRest()
    {
        var path = Write("examples.jsonl", [.. OneOfEach, .. Enumerable.Repeat("broken", 12)]);

        var message = await FailureAsync(("Routing:ExamplesPath", path));

        message.ShouldContain("line 10");
        message.ShouldNotContain("line 11");
        message.ShouldContain("And 7 more.");
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("-0.1")]
    public async Task Start_ThresholdOutOfRange_NamesTheKey(string value) =>
        (await FailureAsync(("Routing:Threshold", value))).ShouldContain("Routing:Threshold must be between 0 and 1");

    [Fact]
    public async Task RouteAsync_OwnExamples_ReplaceTheShippedOnes()
    {
        WriteOwnExamples();
        await using var host = await RoutingHost.StartAsync(null, ("Routing:ExamplesPath", folder.FullName));

        (await host.RouteAsync("reset my password")).Domain.ShouldBe("legal");
    }

    [Theory]
    [InlineData("1", RouteReason.Abstained)]
    [InlineData("0", RouteReason.Classified)]
    public async Task RouteAsync_ThresholdOverride_DecidesWhenToAbstain(string threshold, RouteReason reason)
    {
        WriteOwnExamples();
        await using var host = await RoutingHost.StartAsync(null, ("Routing:ExamplesPath", folder.FullName), ("Routing:Threshold", threshold));

        (await host.RouteAsync("unheard of")).Reason.ShouldBe(reason);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string[] OneOfEach { get; } = [.. Domains.Select(d => Line($"A question about {d}", d))];

    private static string Line(string text, string label) => $$"""{"text": "{{text}}", "label": "{{label}}"}""";

    private static async Task<string> FailureAsync(params (string Key, string Value)[] settings) =>
        (await Should.ThrowAsync<OptionsValidationException>(() => RoutingHost.StartAsync(null, settings))).Message;

    /// <summary>A folder of files, where words that the shipped examples know from one domain stand in another.</summary>
    private void WriteOwnExamples()
    {
        foreach (var domain in Domains)
        {
            Write($"{domain}.jsonl", [.. Enumerable.Range(0, 20).Select(i => Line($"{domain}word question {i}", domain))]);
        }

        Write("moved.jsonl", [.. Enumerable.Range(0, 20).Select(i => Line($"reset my password {i}", "legal"))]);
    }

    private string Write(string name, string[] lines)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllLines(path, lines);
        return path;
    }
}
