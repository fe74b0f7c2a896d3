using Assistant.Inference.Status;

namespace Assistant.Inference.Adapters;

/// <summary>What became of loading an adapter.</summary>
public abstract record AdapterResult
{
    private AdapterResult()
    {
    }

    public sealed record Loaded(AdapterDescription Adapter) : AdapterResult;

    /// <param name="Message">File, field, what is wrong and what to do.</param>
    public sealed record Refused(string Message) : AdapterResult;
}
