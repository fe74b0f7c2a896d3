using Assistant.Core.Policies;
using Assistant.Policies.Rules;
using Assistant.Text.Sentences;

namespace Assistant.Policies.Detectors.Signals;

/// <summary>
/// "signals": parameters <c>per</c> (sentence or text), <c>certain</c>, <c>uncertain</c> and <c>signals</c>
/// (name, weight, pattern). Patterns see lower-case text.
/// </summary>
internal sealed class SignalFactory(SentenceSplitter sentences) : IDetectorFactory
{
    private const double DefaultCertain = 1;
    private const double DefaultUncertain = 0.5;
    private const double HighestScore = 100;

    private enum Unit
    {
        Sentence,
        Text,
    }

    public string Name => "signals";

    public IReadOnlyList<PolicyStage> Stages { get; } = [PolicyStage.Input, PolicyStage.Passage, PolicyStage.Output];

    public bool ReportsUncertain => true;

    public IDetector Create(RuleNode parameters)
    {
        var unit = parameters.Choice("per", Unit.Sentence);
        var certain = parameters.Number("certain", DefaultCertain, 0, HighestScore);
        var uncertain = parameters.Number("uncertain", Math.Min(DefaultUncertain, certain), 0, HighestScore);
        if (uncertain > certain || uncertain <= 0)
        {
            parameters.Report("uncertain", null, "the uncertain score must be above 0 and at most the certain one.");
        }

        var signals = parameters.Sections("signals").Select(ReadSignal).OfType<Signal>().ToList();
        if (signals.Count == 0)
        {
            parameters.Report("signals", null, "list at least one signal with name, weight and pattern.");
        }

        return new SignalDetector(signals, new SignalThresholds(certain, uncertain), unit == Unit.Sentence, sentences);
    }

    private static Signal? ReadSignal(RuleNode node)
    {
        var name = node.RequiredText("name", "name the signal; the reviewer sees it.");
        var weight = node.Number("weight", 1, 0.01, HighestScore);
        var pattern = PatternReader.Read(node, "pattern");
        node.Complete();
        return pattern is null ? null : new Signal(name, weight, pattern);
    }
}
