using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Assistant.Web.Admin.Documents.Uploads;

/// <summary>
/// The browser's side of uploading, in wwwroot/js/upload.js: it holds the files and sends them over HTTP, past the
/// circuit, and tells here how far they are. Uploads end when it is disposed.
/// </summary>
internal sealed class UploadBrowser(IJSRuntime runtime) : IAsyncDisposable
{
    private IJSObjectReference? module;
    private IJSObjectReference? uploads;
    private DotNetObjectReference<UploadBrowser>? self;

    /// <summary>Files were dropped or picked.</summary>
    public event Func<IReadOnlyList<ChosenFile>, Task>? Chosen;

    /// <summary>Files got further.</summary>
    public event Func<IReadOnlyList<UploadReport>, Task>? Reported;

    /// <param name="script">Address of the module.</param>
    /// <param name="zone">Holds the file input and the button that opens it; lights up while files hang over the page.</param>
    /// <param name="multiple">Whether several files are taken at once.</param>
    public async Task OpenAsync(string script, ElementReference zone, bool multiple)
    {
        self = DotNetObjectReference.Create(this);
        module = await runtime.InvokeAsync<IJSObjectReference>("import", script);
        uploads = await module.InvokeAsync<IJSObjectReference>("open", zone, self, multiple);
    }

    /// <summary>Puts files in line to be sent.</summary>
    public Task SendAsync(IEnumerable<Sending> files) => CallAsync("send", [files]);

    public Task CancelAsync(int id) => CallAsync("cancel", id);

    /// <summary>Lets go of files that are not needed any more.</summary>
    public Task ForgetAsync(IEnumerable<int> ids) => CallAsync("forget", [ids]);

    [JSInvokable]
    public Task ChooseAsync(IReadOnlyList<ChosenFile> files) => Chosen?.Invoke(files) ?? Task.CompletedTask;

    [JSInvokable]
    public Task ReportAsync(IReadOnlyList<UploadReport> reports) => Reported?.Invoke(reports) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (uploads is not null)
            {
                await uploads.InvokeVoidAsync("close");
                await uploads.DisposeAsync();
            }

            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and everything there with it.
        }

        self?.Dispose();
    }

    private async Task CallAsync(string function, params object?[] arguments)
    {
        if (uploads is not null)
        {
            await uploads.InvokeVoidAsync(function, arguments);
        }
    }

    /// <param name="Address">Path and query that it is posted to.</param>
    internal sealed record Sending(int Id, string Address);
}
