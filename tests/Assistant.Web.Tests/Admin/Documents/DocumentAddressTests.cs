using Assistant.Web.Admin.Documents;
using Microsoft.AspNetCore.WebUtilities;

namespace Assistant.Web.Tests.Admin.Documents;

public sealed class DocumentAddressTests
{
    [Fact]
    public void Of_DefaultQuery_IsThePathAlone() =>
        DocumentAddress.Of(new DocumentQuery()).ShouldBe("/admin/documents");

    [Fact]
    public void Of_AnyQuery_IsReadBackAsItWas()
    {
        var query = new DocumentQuery("R&D ü", DocumentFilter.InWork, "hr", DocumentSort.Updated, Descending: true, Page: 3);

        var parts = QueryHelpers.ParseQuery(new Uri("http://localhost" + DocumentAddress.Of(query)).Query);

        DocumentAddress.Parse(parts["q"], parts["state"], parts["domain"], parts["sort"], bool.Parse(parts["desc"]!), int.Parse(parts["page"]!, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(query);
    }

    [Fact]
    public void Parse_Nonsense_IsTheDefault() =>
        DocumentAddress.Parse(null, "77", "", "colour", null, -4).ShouldBe(new DocumentQuery());
}
