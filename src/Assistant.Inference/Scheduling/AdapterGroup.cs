using Assistant.Inference.Adapters;

namespace Assistant.Inference.Scheduling;

/// <summary>The running requests with one adapter set: one decode serves them together.</summary>
internal sealed class AdapterGroup(AdapterLease adapters)
{
    public string Key => adapters.Key;

    /// <summary>Any member's lease: they name the same adapters.</summary>
    public AdapterLease Adapters => Members.Count > 0 ? Members[0].Adapters : adapters;

    /// <summary>In order of admission.</summary>
    public List<ActiveRequest> Members { get; } = [];

    /// <summary>Computing time left in this turn; negative when it took more.</summary>
    public TimeSpan Credit { get; set; }

    /// <summary>When it last computed, or joined.</summary>
    public long LastServed { get; set; }
}
