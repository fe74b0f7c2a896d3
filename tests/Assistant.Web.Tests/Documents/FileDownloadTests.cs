using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assistant.Core.Access;
using Assistant.Core.Documents;
using Assistant.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Web.Tests.Documents;

public sealed class FileDownloadTests(WebHost host)
{
    private static readonly byte[] Content = "<script>alert(1)</script> salary bands"u8.ToArray();

    [Fact]
    public async Task Get_ByAMember_SavesTheOriginalAndShowsNothing()
    {
        var path = await AddAsync("bands äöü.html");
        using var ben = await host.SignInAsync("ben@halden.example");

        using var response = await ben.Http.GetAsync(path, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Content);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("bands äöü.html");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Get_Range_SendsThatPart()
    {
        var path = await AddAsync("range.html");
        using var ben = await host.SignInAsync("ben@halden.example");
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Range = new RangeHeaderValue(8, 12);

        using var response = await ben.Http.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("alert");
    }

    [Fact]
    public async Task Get_ForbiddenAndMissing_LookTheSame()
    {
        var forbidden = await AddAsync("secret.html");
        var missing = $"/api/documents/{Guid.NewGuid()}/file";

        // An administrator manages documents and still reads none outside the own groups.
        foreach (var email in new[] { "anna@halden.example", "clara@halden.example" })
        {
            using var session = await host.SignInAsync(email);
            (await DescribeAsync(session, forbidden)).ShouldBe(await DescribeAsync(session, missing));
        }
    }

    [Fact]
    public async Task Get_AfterTheGroupWasTakenAway_IsGoneAtOnce()
    {
        var path = await AddAsync("moved.html");
        var directory = host.Services.GetRequiredService<IUserDirectory>();
        var id = await host.AddUserAsync("mover@halden.example", "correct horse battery");
        await directory.SetGroupsAsync(id, ["hr-team"], TestContext.Current.CancellationToken);
        using var session = host.Visit();
        await session.SignInAsync("mover@halden.example", "correct horse battery");
        (await session.Http.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await directory.SetGroupsAsync(id, [], TestContext.Current.CancellationToken);

        (await session.Http.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> DescribeAsync(WebSession session, string path)
    {
        using var response = await session.Http.GetAsync(path, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var body = (await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;
        body.Remove("traceId");
        return $"{response.Content.Headers.ContentType} {string.Join(',', response.Headers.Select(h => h.Key).Order(StringComparer.Ordinal))} {body.ToJsonString()}";
    }

    private async Task<string> AddAsync(string fileName)
    {
        using var bytes = new MemoryStream(Content);
        var stored = await host.Services.GetRequiredService<IFileStore>().SaveAsync(bytes, 1000, TestContext.Current.CancellationToken);
        var version = await host.Services.GetRequiredService<IDocumentStore>().AddVersionAsync(
            new NewDocumentVersion($"hr/{fileName}", fileName, "hr", "en", ["hr-team"], Classification.Restricted, fileName, stored, "Test"),
            TestContext.Current.CancellationToken);
        return $"/api/documents/{version.Id}/file";
    }
}
