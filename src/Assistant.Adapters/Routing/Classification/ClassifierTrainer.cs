using Assistant.Adapters.Routing.Examples;
using Assistant.Text.Analysis;

namespace Assistant.Adapters.Routing.Classification;

/// <summary>
/// Trains a <see cref="TextClassifier"/>: one model on everything, and one per fold of a cross-validation whose
/// held-out evidence calibrates it. The same examples give the same classifier.
/// </summary>
internal sealed class ClassifierTrainer(TextAnalyzer analyzer)
{
    private const int Folds = 4;

    /// <summary>With fewer out-of-scope examples than this, held-out labels stand in for them.</summary>
    private const int EnoughOutOfScope = 50;

    private const int Seed = 20_240_501;

    /// <param name="examples">At least one of a label; out-of-scope ones may be missing.</param>
    public TextClassifier Train(IReadOnlyList<LabelledText> examples, CancellationToken cancellationToken)
    {
        string[] labels = [.. examples.Select(e => e.Label).Where(l => l != LabelledText.OutOfScope).Distinct().Order(StringComparer.Ordinal)];
        var numbers = labels.Append(LabelledText.OutOfScope).Index().ToDictionary(l => l.Item, l => l.Index);
        var samples = Assign(examples, numbers);
        var holdLabelsOut = samples.Count(s => s.Label == labels.Length) < EnoughOutOfScope;

        var heldOut = new List<HeldOut>[Folds];
        LinearModel? final = null;
        Parallel.For(0, Folds + 1, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, fold =>
        {
            if (fold == Folds)
            {
                final = LinearModel.Train([.. samples.Select(s => (s.Features, s.Label))], labels.Length, Seed, cancellationToken);
            }
            else
            {
                heldOut[fold] = CrossValidate(samples, labels.Length, fold, holdLabelsOut, cancellationToken);
            }
        });

        var all = heldOut.SelectMany(h => h).ToList();
        var calibration = new Calibration(
            [.. all.Where(h => h.Label < labels.Length).Select(h => (h.Evidence, h.Label))],
            [.. all.Where(h => h.Label == labels.Length).Select(h => h.Evidence)]);
        return new TextClassifier(labels, final!, calibration, analyzer);
    }

    /// <summary>Trains without a fold and assesses it. A label held out with the fold becomes out of scope for the model.</summary>
    private static List<HeldOut> CrossValidate(List<Sample> samples, int labels, int fold, bool holdLabelsOut, CancellationToken cancellationToken)
    {
        bool IsUnseen(Sample s) => holdLabelsOut && s.Label < labels && s.Label % Folds == fold;

        var model = LinearModel.Train([.. samples.Where(s => s.Fold != fold && !IsUnseen(s)).Select(s => (s.Features, s.Label))], labels, Seed + 1 + fold, cancellationToken);
        return [.. samples.Where(s => s.Fold == fold).Select(s => new HeldOut(model.Assess(s.Features), IsUnseen(s) ? labels : s.Label))];
    }

    /// <summary>Deals the examples of each label out to the folds in random turn.</summary>
    private List<Sample> Assign(IReadOnlyList<LabelledText> examples, Dictionary<string, int> numbers)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        new Random(Seed).Shuffle(order);
        var dealt = new int[numbers.Count];
        return [.. order.Select(i =>
        {
            var label = numbers[examples[i].Label];
            return new Sample(TextFeatures.Of(examples[i].Text, analyzer), label, dealt[label]++ % Folds);
        })];
    }

    private sealed record Sample(TextFeatures Features, int Label, int Fold);

    /// <param name="Label">The number of labels stands for "none".</param>
    private sealed record HeldOut(Evidence Evidence, int Label);
}
