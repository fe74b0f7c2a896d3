using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Assistant.Core.Documents;
using Assistant.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Web.Tests.Documents;

public sealed class UploadTests(WebHost host)
{
    private const string Query = "domain=hr&classification=internal&group=hr-team&group=managers&fileName=";

    [Fact]
    public async Task Post_ByAnAdministrator_StoresTheFileForItsGroups()
    {
        using var admin = await host.SignInAsync("clara@halden.example");

        using var response = await admin.UploadAsync(Query + "Night%20shifts.md&title=Night%20shift%20rules", "# Night shifts\n\nPaid at 125 %."u8.ToArray());

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var body = (await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;
        var document = (await host.Services.GetRequiredService<IDocumentStore>().FindAsync(body["documentId"]!.GetValue<Guid>(), TestContext.Current.CancellationToken))!;
        document.Title.ShouldBe("Night shift rules");
        document.Domain.ShouldBe("hr");
        document.Labels.ShouldBe(["hr-team", "managers"], ignoreOrder: true);
        document.Classification.ShouldBe(Classification.Internal);
        document.Latest.Id.ShouldBe(body["versionId"]!.GetValue<Guid>());
        document.Latest.FileName.ShouldBe("Night shifts.md");
        document.Latest.UploadedBy.ShouldBe("Clara Weiss");
    }

    [Theory]
    [InlineData(Query + "a.md", "", HttpStatusCode.BadRequest, "is empty")]
    [InlineData(Query + "a.exe", "MZ", HttpStatusCode.UnsupportedMediaType, "cannot be read")]
    [InlineData(Query, "text", HttpStatusCode.BadRequest, "no name")]
    [InlineData("domain=hr&classification=internal&fileName=a.md", "text", HttpStatusCode.BadRequest, "who may read")]
    [InlineData("domain=&classification=internal&group=everyone&fileName=a.md", "text", HttpStatusCode.BadRequest, "Choose a domain")]
    [InlineData("domain=kitchen&classification=internal&group=everyone&fileName=a.md", "text", HttpStatusCode.BadRequest, "kitchen")]
    [InlineData("domain=hr&classification=secret&group=everyone&fileName=a.md", "text", HttpStatusCode.BadRequest, "Choose a classification")]
    [InlineData("domain=hr&classification=77&group=everyone&fileName=a.md", "text", HttpStatusCode.BadRequest, "Choose a classification")]
    public async Task Post_WhatCannotBeTaken_SaysWhyAndKeepsNothing(string query, string content, HttpStatusCode status, string reason)
    {
        using var admin = await host.SignInAsync("clara@halden.example");
        var before = await CountAsync();

        using var response = await admin.UploadAsync(query, Encoding.UTF8.GetBytes(content));

        response.StatusCode.ShouldBe(status);
        (await DetailAsync(response)).ShouldContain(reason);
        (await CountAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("anna@halden.example")]
    [InlineData("dario@halden.example")]
    public async Task Post_ByNoAdministrator_IsForbidden(string email)
    {
        using var session = await host.SignInAsync(email);

        using var response = await session.UploadAsync(Query + "a.md", "text"u8.ToArray());

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Post_WithoutAntiforgeryToken_IsRefused()
    {
        using var admin = await host.SignInAsync("clara@halden.example");
        using var content = new ByteArrayContent("text"u8.ToArray());

        using var response = await admin.Http.PostAsync($"/api/documents?{Query}a.md", content, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await DetailAsync(response)).ShouldContain("antiforgery");
    }

    [Fact]
    public async Task Post_TooLarge_OverARealConnection_IsAnsweredWithTheLimit()
    {
        await using var small = new WebHost().With("Ingestion:MaxFileMegabytes", "1");
        small.UseKestrel(0);
        small.StartServer();
        var address = small.ClientOptions.BaseAddress;
        using var admin = new WebSession(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address });
        await admin.SubmitAsync("/account/login", "demo", ("Account", "clara@halden.example"));
        var content = new byte[40 * 1024 * 1024];

        using var announced = await admin.UploadAsync(Query + "big.txt", content);
        using var streamed = await admin.PostWithTokenAsync($"/api/documents?{Query}big.txt", new StreamContent(new UnknownLengthStream(content.Length)));

        foreach (var response in new[] { announced, streamed })
        {
            response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
            (await DetailAsync(response)).ShouldContain("larger than 1 MB");
        }

        Directory.EnumerateFiles(Path.Combine(small.DataPath, "files"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    private async Task<int> CountAsync() => (await host.Services.GetRequiredService<IDocumentStore>().ListAsync(TestContext.Current.CancellationToken)).Count(d => d.Latest.FileName.StartsWith("a.", StringComparison.Ordinal));

    private static async Task<string> DetailAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["detail"]!.GetValue<string>();
}
