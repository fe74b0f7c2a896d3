using Assistant.Benchmarks.Load;
using Assistant.Benchmarks.Models;

namespace Assistant.Benchmarks.Drivers;

internal static class WarmUp
{
    /// <summary>A short request with each adapter: first uses compile code and read weights in.</summary>
    public static async Task WarmUpAsync(this IDriver driver, ModelFiles models, CancellationToken cancellationToken)
    {
        var prompts = new PromptWriter(0, "warm-up");
        foreach (var adapter in Enumerable.Range(0, models.Adapters.Count).Cast<int?>().Append(null))
        {
            await driver.GenerateAsync(new LoadRequest(new Prompt(prompts.FollowUp(20)), adapter, 8, Lookup: true), new Recording(), cancellationToken);
        }
    }
}
