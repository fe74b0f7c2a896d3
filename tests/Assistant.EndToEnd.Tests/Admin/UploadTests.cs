using System.Text;
using Assistant.EndToEnd.Tests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Assistant.EndToEnd.Tests.Admin;

public sealed class UploadTests(BrowserFixture fixture)
{
    [Fact]
    public async Task Upload_AskAboutIt_DeleteIt_AnswerFollowsTheDocument()
    {
        const string Question = "Which colour has the badge for visitors of the observatory?";
        await using var clara = await Session.SignInAsync(fixture, "Clara Weiss");
        await using var anna = await Session.SignInAsync(fixture, "Anna Lindqvist");
        await ChooseFilesAsync(clara, ("observatory-visitors.txt", "Visitors of the observatory\n\nThe badge for visitors of the observatory has the colour turquoise."), ("empty.txt", ""));

        await SendAsync(clara);

        var list = clara.Page.GetByRole(AriaRole.List, new() { Name = "Files" });
        await Expect(list.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "observatory-visitors.txt" })).ToContainTextAsync("Ready", new() { IgnoreCase = true });
        await Expect(list.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "empty.txt" })).ToContainTextAsync("empty", new() { IgnoreCase = true });
        await Expect(await anna.AskAsync(Question)).ToContainTextAsync("turquoise");

        await clara.Page.GotoAsync("/admin/documents");
        await clara.Page.GetByLabel("Search documents").FillAsync("observatory");
        await clara.Page.GetByRole(AriaRole.Button, new() { Name = "Actions for observatory" }).ClickAsync();
        await clara.Page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).First.ClickAsync();
        await clara.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(clara.Page.GetByRole(AriaRole.Button, new() { Name = "Actions for observatory" })).ToHaveCountAsync(0);

        await Expect(await anna.AskAsync(Question)).Not.ToContainTextAsync("turquoise");
    }

    /// <summary>Says where the files belong and who may read them, and sends them.</summary>
    private static async Task SendAsync(Session clara)
    {
        var upload = clara.Page.GetByRole(AriaRole.Region, new() { Name = "Upload documents" });
        await upload.GetByLabel("Domain").SelectOptionAsync("it");
        await upload.GetByRole(AriaRole.Radio, new() { Name = "Everyone" }).CheckAsync();
        await upload.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
    }

    private static async Task ChooseFilesAsync(Session clara, params (string Name, string Text)[] files)
    {
        await clara.Page.GotoAsync("/admin/documents");
        await clara.Page.Locator("input[type=file]").First.SetInputFilesAsync(files.Select(f => new FilePayload { Name = f.Name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(f.Text) }));
    }
}
