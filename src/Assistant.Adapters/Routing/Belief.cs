using Assistant.Adapters.Routing.Classification;
using Assistant.Core.Domains;

namespace Assistant.Adapters.Routing;

/// <summary>
/// What the router believes about a question, for one user. Probabilities keep counting the domains that the user
/// may not use, so that a question of such a domain has no confidence in any other; scores leave them out.
/// </summary>
internal sealed class Belief
{
    private readonly double inScope;
    private readonly IReadOnlyDictionary<string, double> probabilities;
    private readonly IReadOnlyList<string> usable;

    private Belief(double inScope, IReadOnlyDictionary<string, double> probabilities, IReadOnlyList<string> usable)
    {
        this.inScope = inScope;
        this.probabilities = probabilities;
        this.usable = usable;
        Best = usable.MaxBy(d => probabilities[d])!;
        var total = usable.Sum(d => probabilities[d]);
        Scores = usable.ToDictionary(d => d, d => total > 0 ? probabilities[d] / total : 1.0 / usable.Count, StringComparer.Ordinal);
    }

    /// <summary>The likeliest of the usable domains.</summary>
    public string Best { get; }

    /// <summary>Probability that the question belongs to <see cref="Best"/>.</summary>
    public double Confidence => ConfidenceIn(Best);

    /// <summary>Probability of each usable domain, given that the question belongs to one of them; they add up to 1.</summary>
    public IReadOnlyDictionary<string, double> Scores { get; }

    /// <param name="usable">At least one domain, all of them known to the classifier.</param>
    public static Belief Of(TextClassifier classifier, Prediction prediction, IReadOnlyList<Domain> usable) =>
        new(prediction.InScope, classifier.Labels.Zip(prediction.Probabilities).ToDictionary(p => p.First, p => (double)p.Second, StringComparer.Ordinal), [.. usable.Select(d => d.Id)]);

    public double ConfidenceIn(string domain) => inScope * probabilities[domain];

    /// <summary>
    /// The belief about a follow-up to this question. By Bayes' rule, with the follow-up's own words as evidence:
    /// as far as they are out of scope they say nothing, and the domain stays.
    /// </summary>
    public Belief Then(Belief followUp)
    {
        var updated = probabilities.ToDictionary(
            p => p.Key,
            p => p.Value * ((followUp.inScope * followUp.probabilities[p.Key]) + ((1 - followUp.inScope) / probabilities.Count)),
            StringComparer.Ordinal);
        var total = updated.Values.Sum();
        return new Belief(inScope, total > 0 ? updated.ToDictionary(p => p.Key, p => p.Value / total, StringComparer.Ordinal) : probabilities, usable);
    }
}
