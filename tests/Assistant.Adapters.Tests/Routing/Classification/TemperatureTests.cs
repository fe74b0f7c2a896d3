using Assistant.Adapters.Routing.Classification;
using FsCheck.Xunit;

namespace Assistant.Adapters.Tests.Routing.Classification;

public sealed class TemperatureTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(3)]
    public void Fit_LabelsDrawnFromTheSoftmax_FindsItsTemperature(double temperature)
    {
        var random = new Random(7);
        var samples = Enumerable.Range(0, 20_000).Select(_ =>
        {
            float[] logits = [.. Enumerable.Range(0, 4).Select(_ => (float)((random.NextDouble() - 0.5) * 8))];
            return (logits, Draw(Temperature.Apply(logits, temperature), random));
        }).ToList();

        Temperature.Fit(samples).ShouldBe(temperature, tolerance: 0.05 * temperature);
    }

    [Property]
    public void Apply_AnyLogits_GivesProbabilities(float[] values)
    {
        float[] logits = [.. values.Where(float.IsFinite).Append(0)];

        var probabilities = Temperature.Apply(logits, 2);

        probabilities.ShouldAllBe(p => p >= 0 && p <= 1);
        probabilities.Sum().ShouldBe(1, tolerance: 1e-4);
        probabilities[Array.IndexOf(logits, logits.Max())].ShouldBe(probabilities.Max());
    }

    private static int Draw(float[] probabilities, Random random)
    {
        var at = random.NextDouble();
        var label = 0;
        while (label < probabilities.Length - 1 && (at -= probabilities[label]) > 0)
        {
            label++;
        }

        return label;
    }
}
