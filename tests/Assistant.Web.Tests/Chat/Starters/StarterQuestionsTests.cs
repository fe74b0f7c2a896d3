using System.Runtime.CompilerServices;
using Assistant.Core.Domains;
using Assistant.Web.Chat.Starters;

namespace Assistant.Web.Tests.Chat.Starters;

public sealed class StarterQuestionsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void All_Questions_CoverEveryDomain(bool sampleOrganisation) =>
        new StarterQuestions(sampleOrganisation).All.Select(q => q.Domain).Distinct().Order().ShouldBe(DomainCatalog.Default.All.Select(d => d.Id).Order());

    [Fact]
    public void All_OfTheSampleOrganisation_AreAmongItsAnswerableQuestions()
    {
        var questions = File.ReadLines(Path.Combine(SampleFolder(), "questions.jsonl")).Where(l => l.Contains("\"kind\": \"answerable\"", StringComparison.Ordinal)).ToList();

        new StarterQuestions(sampleOrganisation: true).All.ShouldAllBe(q => questions.Any(l => l.Contains($"\"question\": \"{q.Text}\"", StringComparison.Ordinal)));
    }

    private static string SampleFolder([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", "..", "ingestion", "samples");
}
