using Assistant.Adapters.Routing.Classification;
using Assistant.Adapters.Routing.Examples;
using Assistant.Core.Domains;
using Assistant.Text.Analysis;

namespace Assistant.Adapters.Tests.Routing.Classification;

public sealed class ClassifierTrainerTests
{
    private static readonly IReadOnlyList<LabelledText> Shipped = ExampleReader.ReadFor(DomainCatalog.Default, path: null).Examples;

    private readonly ClassifierTrainer trainer = new(new TextAnalyzer());

    [Fact]
    public void Train_SameExamples_GivesTheSamePredictions()
    {
        List<LabelledText> few = [.. Shipped.Where((_, i) => i % 10 == 0)];
        var first = Train(few);
        var second = Train(few);

        second.Threshold.ShouldBe(first.Threshold);
        foreach (var text in Shipped.Take(50).Select(e => e.Text))
        {
            second.Predict(text).Probabilities.ShouldBe(first.Predict(text).Probabilities);
            second.Predict(text).InScope.ShouldBe(first.Predict(text).InScope);
        }
    }

    [Fact]
    public void Train_MostOfTheShippedExamples_KnowsTheRest()
    {
        var classifier = Train([.. Shipped.Where((_, i) => i % 5 != 0)]);
        List<(string Label, Prediction Prediction)> rest = [.. Shipped.Where((_, i) => i % 5 == 0).Select(e => (e.Label, classifier.Predict(e.Text)))];
        var inScope = rest.Where(t => t.Label != LabelledText.OutOfScope).ToList();
        double[] confidences = [.. inScope.Select(t => t.Prediction.InScope).Order()];

        inScope.Average(t => Best(classifier, t.Prediction) == t.Label ? 1.0 : 0).ShouldBeGreaterThan(0.75);
        CalibrationGap(classifier, inScope).ShouldBeLessThan(0.06);
        rest.Where(t => t.Label == LabelledText.OutOfScope)
            .Average(t => t.Prediction.InScope < confidences[confidences.Length / 20] ? 1.0 : 0)
            .ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void Train_WithoutOutOfScopeExamples_StillDoubtsOtherSubjects()
    {
        var classifier = Train([.. Shipped.Where(e => e.Label != LabelledText.OutOfScope)]);

        classifier.Predict("How do I reset my password?").InScope.ShouldBeGreaterThan(classifier.Predict("Which dinosaurs ate fern trees?").InScope);
    }

    [Fact]
    public void Train_OneLabel_IsSureOfIt()
    {
        var classifier = Train([.. Shipped.Where(e => e.Label == "hr")]);

        classifier.Labels.ShouldBe(["hr"]);
        classifier.Predict("How many vacation days do I have?").Probabilities.ShouldBe([1f]);
    }

    [Fact]
    public void Train_OneExamplePerLabel_Works()
    {
        var classifier = Train([new("reset the password", "it"), new("book a flight", "finance")]);

        classifier.Predict("password").Probabilities.Sum().ShouldBe(1, tolerance: 1e-5);
    }

    [Fact]
    public void Train_Cancelled_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Should.Throw<OperationCanceledException>(() => trainer.Train(Shipped, cancelled.Token));
    }

    private TextClassifier Train(IReadOnlyList<LabelledText> examples) => trainer.Train(examples, TestContext.Current.CancellationToken);

    private static string Best(TextClassifier classifier, Prediction prediction) =>
        classifier.Labels[Array.IndexOf(prediction.Probabilities, prediction.Probabilities.Max())];

    /// <summary>How far the average probability of the best label lies from the share of right ones.</summary>
    private static double CalibrationGap(TextClassifier classifier, List<(string Label, Prediction Prediction)> texts) =>
        Math.Abs(texts.Average(t => t.Prediction.Probabilities.Max()) - texts.Average(t => Best(classifier, t.Prediction) == t.Label ? 1.0 : 0));
}
