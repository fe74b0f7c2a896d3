using Assistant.Adapters.Routing.Classification;
using Assistant.Core.Domains;

namespace Assistant.Adapters.Routing;

/// <summary>
/// What the router believes about a question, for one user. Probabilities keep counting the domains that the user
/// may not use, so that a question of such a domain has no confidence in any other; scores leave them out.
/// </summary>
internal sealed class Belief
{
    /// <summary>Probability that a question stays in the domain of the one before.</summary>
    private const double Stays = 0.6;

    /// <summary>The same for a question that makes no sense by itself.</summary>
    private const double EllipticalStays = 0.95;

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

    /// <param name="labels">The domains that the prediction is about, in its order.</param>
    /// <param name="usable">At least one domain, all of them among the labels.</param>
    public static Belief Of(IReadOnlyList<string> labels, Prediction prediction, IReadOnlyList<Domain> usable) =>
        new(
            prediction.InScope,
            labels.Zip(prediction.Probabilities).ToDictionary(p => p.First, p => (double)p.Second, StringComparer.Ordinal),
            [.. usable.Select(d => d.Id)]);

    /// <summary>Probability that the question belongs to a domain.</summary>
    public double ConfidenceIn(string domain) => inScope * probabilities[domain];

    /// <summary>
    /// This belief in the light of the one about the question before: one step of a hidden Markov model whose state,
    /// the domain, mostly stays. As far as a question is out of scope, its words say nothing about the domain.
    /// </summary>
    /// <param name="isElliptical">Whether the question makes sense only after the one before.</param>
    public Belief After(Belief earlier, bool isElliptical)
    {
        var stays = isElliptical ? EllipticalStays : Stays;
        var joint = probabilities.ToDictionary(p => p.Key, p => earlier.Carried(p.Key, stays) * Carried(p.Key, 1), StringComparer.Ordinal);
        var total = joint.Values.Sum();
        return new Belief(
            isElliptical ? Math.Max(inScope, earlier.inScope) : inScope,
            joint.ToDictionary(p => p.Key, p => p.Value / total, StringComparer.Ordinal),
            usable);
    }

    /// <summary>The probability of a domain, mixed with ignorance as far as the question is out of scope or the domain changes.</summary>
    private double Carried(string domain, double share) =>
        (inScope * share * probabilities[domain]) + ((1 - (inScope * share)) / probabilities.Count);
}
