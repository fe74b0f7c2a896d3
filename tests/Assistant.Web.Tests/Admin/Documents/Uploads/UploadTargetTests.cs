using Assistant.Core.Documents;
using Assistant.Web.Admin.Documents.Uploads;
using Microsoft.AspNetCore.WebUtilities;

namespace Assistant.Web.Tests.Admin.Documents.Uploads;

public sealed class UploadTargetTests
{
    [Fact]
    public void AddressFor_HostileFileName_ComesBackAsItWas()
    {
        const string Name = "a&group=everyone#?+ü %00.md";

        var query = Parse(new UploadTarget("hr", ["managers", "hr-team"], Classification.Confidential).AddressFor(Name));

        query["fileName"].ToString().ShouldBe(Name);
        query["group"].ToArray().ShouldBe(["managers", "hr-team"]);
        query["domain"].ToString().ShouldBe("hr");
        query["classification"].ToString().ShouldBe("confidential");
        query.Keys.ShouldNotContain("key");
    }

    [Fact]
    public void AddressFor_NobodyMayRead_NamesNoGroup() =>
        Parse(new UploadTarget("hr", [], Classification.Internal).AddressFor("a.md")).Keys.ShouldNotContain("group");

    [Fact]
    public void NextVersionOf_ADocument_KeepsItsKeyAndProperties()
    {
        var document = Some.Document("Leave policy", "hr", Classification.Restricted, ["hr-team"]);

        var query = Parse(UploadTarget.NextVersionOf(document).AddressFor("leave.v2.md"));

        query["key"].ToString().ShouldBe(document.Key);
        query["title"].ToString().ShouldBe("Leave policy");
        query["group"].ToString().ShouldBe("hr-team");
        query["classification"].ToString().ShouldBe("restricted");
    }

    private static Dictionary<string, Microsoft.Extensions.Primitives.StringValues> Parse(string address) =>
        QueryHelpers.ParseQuery(address[address.IndexOf('?', StringComparison.Ordinal)..]);
}
