using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Assistant.Web.Shared;

/// <summary>What components of every page ask of the browser.</summary>
internal sealed class Browser(IJSRuntime runtime) : BrowserModule(runtime, "js/interop.js")
{
    public ValueTask ShowDialogAsync(ElementReference dialog) => CallAsync("showDialog", dialog);

    public ValueTask CloseDialogAsync(ElementReference dialog) => CallAsync("closeDialog", dialog);

    public ValueTask SelectAllAsync(ElementReference input) => CallAsync("selectAll", input);

    public ValueTask FocusAsync(string elementId) => CallAsync("focusById", elementId);

    /// <summary>The IANA name of the browser's time zone; null when the browser has gone away.</summary>
    public ValueTask<string?> TimeZoneAsync() => AskAsync("timeZone");
}
