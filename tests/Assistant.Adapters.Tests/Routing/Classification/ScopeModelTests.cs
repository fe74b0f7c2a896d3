using Assistant.Adapters.Routing.Classification;

namespace Assistant.Adapters.Tests.Routing.Classification;

public sealed class ScopeModelTests
{
    [Fact]
    public void Fit_SignalsThatDiffer_TellsThemApart()
    {
        var random = new Random(3);
        double[] Around(double center) => [center + random.NextDouble(), random.NextDouble() * 100];

        var model = ScopeModel.Fit([.. Enumerable.Range(0, 400).Select(_ => Around(5))], [.. Enumerable.Range(0, 40).Select(_ => Around(1))]).ShouldNotBeNull();

        model.Probability([5.5, 50]).ShouldBeGreaterThan(0.9);
        model.Probability([1.5, 50]).ShouldBeLessThan(0.1);
    }

    [Fact]
    public void Fit_SignalsThatSayNothing_GivesTheAssumedShare()
    {
        double[][] same = [.. Enumerable.Repeat(new double[] { 1, 2 }, 50)];

        var model = ScopeModel.Fit(same, same).ShouldNotBeNull();

        model.Probability([1, 2]).ShouldBe(1 - ScopeModel.OutOfScopeShare, tolerance: 0.01);
    }

    [Fact]
    public void Fit_OneSideMissing_GivesNoModel() => ScopeModel.Fit([[1.0]], []).ShouldBeNull();
}
