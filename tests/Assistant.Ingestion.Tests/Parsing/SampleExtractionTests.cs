using Assistant.Core.Documents;

namespace Assistant.Ingestion.Tests.Parsing;

/// <summary>The sample organisation's files, read by the application's own parser processes.</summary>
public sealed class SampleExtractionTests(ParserFixture parsers)
{
    public static TheoryData<string> Files => [.. SampleFiles.OneOfEach];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Parse_SampleOfAFormat_GivesBlocksThatTileTheText(string file)
    {
        var document = await parsers.ReadSampleAsync(file);

        var end = 0;
        foreach (var block in document.Blocks)
        {
            document.Text[end..block.Start].ShouldBeNullOrWhiteSpace();
            block.Length.ShouldBeGreaterThan(0);
            (block.Level > 0).ShouldBe(block.Kind == BlockKind.Heading);
            end = block.End;
        }

        end.ShouldBe(document.Text.Length);
    }

    [Theory]
    [InlineData("hr/parental-leave.pdf")]
    [InlineData("hr/benefits-overview-2026.pptx")]
    [InlineData("hr/salary-bands-2026.xlsx")]
    public async Task Parse_FormatWithPages_NumbersThemFromOneInOrder(string file)
    {
        var pages = (await parsers.ReadSampleAsync(file)).Blocks.Select(b => b.Page).ToList();

        pages[0].ShouldBe(1);
        pages.ShouldAllBe(p => p != null);
        pages.ShouldBe(pages.Order());
        pages[^1]!.Value.ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("hr/leave-policy.v3.md")]
    [InlineData("hr/sick-leave.html")]
    [InlineData("hr/parental-leave.pdf")]
    [InlineData("hr/remote-work-policy.v2.docx")]
    [InlineData("hr/benefits-overview-2026.pptx")]
    [InlineData("hr/training-budget.txt")]
    public async Task Parse_StructuredSample_FindsItsHeadings(string file) =>
        (await parsers.ReadSampleAsync(file)).Blocks.Count(b => b.Kind == BlockKind.Heading).ShouldBeGreaterThan(2);

    [Theory]
    [InlineData("hr/salary-bands-2026.xlsx")]
    [InlineData("finance/vendor-master-data.csv")]
    [InlineData("finance/travel-expenses-policy.pdf")]
    public async Task Parse_SampleWithATable_FindsItsHeaderAndRows(string file)
    {
        var document = await parsers.ReadSampleAsync(file);

        document.Blocks.ShouldContain(b => b.Kind == BlockKind.TableHeader);
        document.Blocks.Count(b => b.Kind == BlockKind.TableRow && document.Text.Substring(b.Start, b.Length).Contains(" | ", StringComparison.Ordinal)).ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task Parse_EveryDocumentThatAQuestionIsAbout_KeepsThePassageThatAnswersIt()
    {
        var files = SampleFiles.NewestFiles();
        var gold = SampleFiles.GoldPassages();
        var texts = new Dictionary<string, string>();
        foreach (var document in gold.Select(g => g.Document).Distinct())
        {
            texts[document] = LettersAndDigits((await parsers.ReadSampleAsync(files[document])).Text);
        }

        gold.Count.ShouldBeGreaterThan(100);
        gold.Where(g => !texts[g.Document].Contains(LettersAndDigits(g.Text), StringComparison.Ordinal))
            .Select(g => $"{g.Question} ({files[g.Document]}): {g.Text}")
            .ShouldBeEmpty();
    }

    /// <summary>Cells, line breaks and the way amounts are written (43400, £43,400) differ between formats; the words and digits do not.</summary>
    private static string LettersAndDigits(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
