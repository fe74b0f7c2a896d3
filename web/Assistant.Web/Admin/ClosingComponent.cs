using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Admin;

/// <summary>A page or panel whose work ends when it is left.</summary>
public abstract class ClosingComponent : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource closed = new();

    protected ClosingComponent() => Closing = closed.Token;

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Closing { get; }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !closed.IsCancellationRequested)
        {
            closed.Cancel();
            closed.Dispose();
        }
    }
}
