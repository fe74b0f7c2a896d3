using Assistant.Inference.Adapters;
using Assistant.Inference.Generation;
using Assistant.Inference.Sampling;
using Assistant.Inference.Scheduling;

namespace Assistant.Inference.Tests.Scheduling;

internal static class TestRequests
{
    /// <summary>A request for the scheduler's own decisions; it is never computed.</summary>
    public static ActiveRequest Of(string user, string group = "base", int prompt = 1)
    {
        var request = new GenerationRequest { Prompt = [.. Enumerable.Range(0, prompt)], User = user };
        return new ActiveRequest(request, new RunningGeneration(() => 0), new AdapterLease(null!, group, []), new OutputText(null!, []), 1);
    }
}
