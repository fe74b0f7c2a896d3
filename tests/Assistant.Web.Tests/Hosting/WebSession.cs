using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Assistant.Web.Tests.Hosting;

/// <summary>What a browser does without scripts: open pages and submit their forms.</summary>
internal sealed class WebSession(HttpClient http) : IDisposable
{
    public HttpClient Http { get; } = http;

    public async Task<IHtmlDocument> OpenAsync(string path) => await ParseAsync(await Http.GetAsync(path, TestContext.Current.CancellationToken));

    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    /// <summary>Opens a page and submits one of its forms, hidden fields included.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string path, string formName, params (string Name, string Value)[] fields)
    {
        var page = await OpenAsync(path);
        var form = page.Forms.Single(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == formName);
        var hidden = form.QuerySelectorAll("input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));
        using var content = new FormUrlEncodedContent([.. hidden, .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        return await Http.PostAsync(path, content, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> SignInAsync(string email, string password) =>
        SubmitAsync("/account/login", "sign-in", ("Input.Email", email), ("Input.Password", password));

    public async Task<bool> IsSignedInAsync() => (await Http.GetAsync("/api/antiforgery", TestContext.Current.CancellationToken)).IsSuccessStatusCode;

    /// <summary>Uploads bytes the way the documents page does.</summary>
    public Task<HttpResponseMessage> UploadAsync(string query, byte[] content)
    {
        var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return PostWithTokenAsync($"/api/documents?{query}", body);
    }

    /// <summary>Posts with the antiforgery header that a page's script asks for.</summary>
    public async Task<HttpResponseMessage> PostWithTokenAsync(string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        var token = (await Http.GetFromJsonAsync<JsonObject>("/api/antiforgery", TestContext.Current.CancellationToken))!;
        request.Headers.Add(token["header"]!.GetValue<string>(), token["token"]!.GetValue<string>());
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public void Dispose() => Http.Dispose();
}
