using Assistant.Core.Documents;
using Assistant.Web.Admin.Documents;

namespace Assistant.Web.Tests.Admin.Documents;

public sealed class DocumentQueryTests
{
    /// <summary>In the order of their titles, as the store hands them out.</summary>
    private static readonly DocumentRow[] Rows =
    [
        Some.Row("backup runbook", "it", Classification.Restricted, ["it-team"], Some.Version(state: DocumentState.Indexing, current: false, uploadedAt: Some.Morning.AddDays(1))),
        Some.Row("Código de conducta", "legal", Classification.Public, versions: Some.Version(fileName: "codigo.pdf", uploadedAt: Some.Morning.AddDays(2))),
        Some.Row("Leave policy", versions: Some.Version(fileName: "leave.md", uploadedAt: Some.Morning)),
        Some.Row("Salary bands", labels: [], versions: Some.Version(state: DocumentState.Failed, current: false, uploadedAt: Some.Morning.AddDays(3))),
    ];

    [Theory]
    [InlineData("", 4)]
    [InlineData("leave", 1)]
    [InlineData("POLICY leave", 1)]
    [InlineData("codigo", 1)]
    [InlineData("CONDUCTA pdf", 1)]
    [InlineData("it-team", 1)]
    [InlineData("leave runbook", 0)]
    public void Apply_Search_FindsEveryWordWhateverCaseAndAccents(string search, int found) =>
        new DocumentQuery(search).Apply(Rows).Total.ShouldBe(found);

    [Theory]
    [InlineData(DocumentFilter.All, 4)]
    [InlineData(DocumentFilter.InWork, 1)]
    [InlineData(DocumentFilter.Ready, 2)]
    [InlineData(DocumentFilter.Failed, 1)]
    [InlineData(DocumentFilter.Unreadable, 1)]
    public void Apply_Filter_KeepsThatState(DocumentFilter filter, int found) =>
        new DocumentQuery(Filter: filter).Apply(Rows).Total.ShouldBe(found);

    [Fact]
    public void Apply_Domain_KeepsThatDomain() =>
        new DocumentQuery(Domain: "it").Apply(Rows).Rows.ShouldHaveSingleItem().Document.Title.ShouldBe("backup runbook");

    [Theory]
    [InlineData(DocumentSort.Title, false, "backup runbook")]
    [InlineData(DocumentSort.Title, true, "Salary bands")]
    [InlineData(DocumentSort.Domain, true, "Código de conducta")]
    [InlineData(DocumentSort.Classification, false, "Código de conducta")]
    [InlineData(DocumentSort.State, true, "Salary bands")]
    [InlineData(DocumentSort.Updated, true, "Salary bands")]
    [InlineData(DocumentSort.Updated, false, "Leave policy")]
    public void Apply_Sort_OrdersByTheColumn(DocumentSort sort, bool descending, string first) =>
        new DocumentQuery(Sort: sort, Descending: descending).Apply(Rows).Rows[0].Document.Title.ShouldBe(first);

    [Theory]
    [InlineData(0, 1, 1, 50)]
    [InlineData(2, 2, 51, 100)]
    [InlineData(3, 3, 101, 120)]
    [InlineData(99, 3, 101, 120)]
    public void Apply_Page_StaysWithinTheList(int asked, int page, int first, int last)
    {
        var rows = Enumerable.Range(0, 120).Select(i => Some.Row($"Document {i:000}")).ToList();

        var result = new DocumentQuery(Page: asked).Apply(rows);

        (result.Page, result.Pages, result.First, result.Last).ShouldBe((page, 3, first, last));
    }

    [Fact]
    public void Apply_NothingMatches_IsOneEmptyPage()
    {
        var result = new DocumentQuery("no such thing").Apply(Rows);

        (result.Total, result.Page, result.Pages, result.First, result.Last).ShouldBe((0, 1, 1, 0, 0));
    }

    [Fact]
    public void OrderedBy_SameColumn_TurnsTheDirectionAndGoesToTheFirstPage()
    {
        var query = new DocumentQuery(Page: 3).OrderedBy(DocumentSort.Title);

        (query.Descending, query.Page).ShouldBe((true, 1));
    }

    [Fact]
    public void OrderedBy_Updated_BeginsWithTheNewest() =>
        new DocumentQuery().OrderedBy(DocumentSort.Updated).Descending.ShouldBeTrue();

    [Fact]
    public void AnsweringMeanwhile_NewestVersionFailed_IsTheOlderOne()
    {
        var older = Some.Version(1);
        var row = Some.Row("Leave", versions: [Some.Version(2, DocumentState.Failed, current: false), older]);

        row.AnsweringMeanwhile.ShouldBe(older);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Apply_EqualKeys_KeepTheOrderOfTitles(bool descending) =>
        new DocumentQuery(Domain: "hr", Sort: DocumentSort.Domain, Descending: descending).Apply(Rows).Rows
            .Select(r => r.Document.Title).ShouldBe(["Leave policy", "Salary bands"]);
}
