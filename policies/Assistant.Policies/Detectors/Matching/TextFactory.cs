using Assistant.Core.Policies;
using Assistant.Policies.Rules;

namespace Assistant.Policies.Detectors.Matching;

/// <summary>"text": parameters <c>terms</c>, <c>patterns</c> (name, pattern, minEntropy) and <c>required</c>.</summary>
internal sealed class TextFactory : IDetectorFactory
{
    private const double HighestEntropy = 8;

    public string Name => "text";

    public IReadOnlyList<PolicyStage> Stages { get; } = [PolicyStage.Input, PolicyStage.Passage, PolicyStage.Output];

    public bool ReportsUncertain => false;

    public IDetector Create(RuleNode parameters)
    {
        var terms = parameters.Texts("terms");
        var patterns = parameters.Sections("patterns").Select(ReadPattern).OfType<TextPattern>().ToList();
        var required = parameters.Texts("required");
        if (terms.Count == 0 && patterns.Count == 0)
        {
            parameters.Report("terms", null, "list terms, patterns or both.");
        }

        return new TextDetector(List(terms), patterns, List(required));
    }

    private static TermList? List(IReadOnlyList<string> terms) => terms.Count == 0 ? null : new TermList(terms);

    private static TextPattern? ReadPattern(RuleNode node)
    {
        var name = node.RequiredText("name", "name the pattern; the reviewer sees it.");
        var pattern = PatternReader.Read(node, "pattern");
        var entropy = node.Number("minEntropy", 0, 0, HighestEntropy);
        node.Complete();
        return pattern is null ? null : new TextPattern(name, pattern, entropy);
    }
}
