using Microsoft.JSInterop;

namespace Assistant.Web.Shared;

/// <summary>
/// Calls into one JavaScript module, loaded with the first call. A browser that has gone away is no error:
/// there is nobody left to show anything to.
/// </summary>
/// <param name="path">The module below wwwroot, such as "js/interop.js".</param>
internal abstract class BrowserModule(IJSRuntime runtime, string path) : IAsyncDisposable
{
    private Task<IJSObjectReference>? module;

    public async ValueTask DisposeAsync()
    {
        if (module is { IsCompletedSuccessfully: true })
        {
            await WhileThereAsync(async () => await (await module).DisposeAsync());
        }
    }

    protected async ValueTask CallAsync(string function, params object?[] arguments) =>
        await WhileThereAsync(async () => await (await ModuleAsync()).InvokeVoidAsync(function, arguments));

    /// <summary>The function's result; null when the browser has gone away.</summary>
    protected async ValueTask<string?> AskAsync(string function)
    {
        string? result = null;
        await WhileThereAsync(async () => result = await (await ModuleAsync()).InvokeAsync<string>(function));
        return result;
    }

    private Task<IJSObjectReference> ModuleAsync() => module ??= runtime.InvokeAsync<IJSObjectReference>("import", $"/{path}").AsTask();

    private static async Task WhileThereAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The page was closed meanwhile.
        }
    }
}
