using System.Collections.Frozen;
using Assistant.Core.Policies;
using Assistant.Policies.Rules;
using Assistant.Text.Analysis;

namespace Assistant.Policies.Detectors.Echo;

/// <summary>Finds texts that repeat a run of terms of a confidential text, such as the system prompt.</summary>
internal sealed class EchoDetector(FrozenSet<string> runs, int length, TextAnalyzer analyzer) : IDetector
{
    public IReadOnlyList<Detection> Detect(PolicyCheck check, CancellationToken cancellationToken)
    {
        var tokens = analyzer.Analyze(check.Text, EchoFactory.Language);
        for (var i = 0; i + length <= tokens.Count; i++)
        {
            if (runs.Contains(EchoFactory.Run(tokens, i, length)))
            {
                return [Detection.Whole(check.Text, $"Repeats {length} terms in a row of a confidential text.")];
            }
        }

        return [];
    }
}

/// <summary>"echo": parameters <c>texts</c>, and <c>terms</c> for the length of a run without stop words.</summary>
internal sealed class EchoFactory(TextAnalyzer analyzer) : IDetectorFactory
{
    /// <summary>Both sides are analysed alike; which language's stemmer does it does not matter for finding copies.</summary>
    public const string Language = "en";
    private const int DefaultRun = 5;

    public string Name => "echo";

    public IReadOnlyList<PolicyStage> Stages { get; } = [PolicyStage.Passage, PolicyStage.Output];

    public bool ReportsUncertain => false;

    public IDetector Create(RuleNode parameters)
    {
        var texts = parameters.Texts("texts");
        var length = parameters.Integer("terms", DefaultRun, 2, 50);
        if (texts.Count == 0)
        {
            parameters.Report("texts", null, "list the texts that must not be repeated.");
        }

        var runs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var tokens = analyzer.Analyze(text, Language);
            if (tokens.Count < length)
            {
                parameters.Report("texts", text, $"this text has fewer than {length} terms without stop words; lengthen it, or lower 'terms'.");
            }

            runs.UnionWith(Enumerable.Range(0, Math.Max(0, tokens.Count - length + 1)).Select(i => Run(tokens, i, length)));
        }

        return new EchoDetector(runs.ToFrozenSet(StringComparer.Ordinal), length, analyzer);
    }

    public static string Run(IReadOnlyList<Token> tokens, int start, int length) =>
        string.Join(' ', tokens.Skip(start).Take(length).Select(t => t.Term));
}
