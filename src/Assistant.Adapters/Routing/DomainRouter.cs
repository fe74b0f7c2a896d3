using Assistant.Core.Adapters;
using Assistant.Core.Domains;
using Assistant.Core.Routing;
using Microsoft.Extensions.Options;

namespace Assistant.Adapters.Routing;

/// <summary>Routes by the pinned domain, or by what the classifier believes in the light of the conversation.</summary>
internal sealed class DomainRouter(RoutingModel model, DomainCatalog domains, Ellipsis ellipsis, IOptions<RoutingOptions> options) : IRouter
{
    /// <summary>Earlier questions that count. A conversation's subject is in its last few.</summary>
    private const int Remembered = 5;

    public async ValueTask<Route> RouteAsync(RouteRequest request, CancellationToken cancellationToken)
    {
        var usable = domains.UsableBy(request.User.Scope);
        if (usable.Count == 0)
        {
            return new Route(null, AdapterSet.Base, 0, RouteReason.Abstained, new Dictionary<string, double>());
        }

        var classifier = await model.GetAsync(cancellationToken).ConfigureAwait(false);
        var threshold = options.Value.Threshold ?? classifier.Threshold;
        Belief Assess(string question) => Belief.Of(classifier.Labels, classifier.Predict(question), usable);

        var own = Assess(request.Question);
        if (usable.FirstOrDefault(d => d.Id == request.PinnedDomain) is { } pinned)
        {
            return ToRoute(pinned.Id, own, RouteReason.Pinned);
        }

        if (request.PreviousQuestions.Count == 0)
        {
            return ToRoute(own.Confidence >= threshold ? own.Best : null, own, RouteReason.Classified);
        }

        var earlier = AssessAll(request.PreviousQuestions, Assess);
        var isElliptical = ellipsis.IsIn(request.Question);
        var belief = own.After(earlier, isElliptical);
        var staysInDomain = belief.Best == earlier.Best && earlier.Confidence >= threshold;
        var standsAlone = !isElliptical && own.Best == belief.Best && own.Confidence >= threshold;

        // A follow-up says too little to be sure of by itself: it goes where the question before it went.
        var isDecided = belief.Confidence >= threshold || (isElliptical && staysInDomain);
        return ToRoute(isDecided ? belief.Best : null, belief, staysInDomain && !standsAlone ? RouteReason.Continued : RouteReason.Classified);
    }

    private Belief AssessAll(IReadOnlyList<string> questions, Func<string, Belief> assess)
    {
        var recent = questions.TakeLast(Remembered).ToList();
        return recent.Skip(1).Aggregate(assess(recent[0]), (belief, question) => assess(question).After(belief, ellipsis.IsIn(question)));
    }

    /// <param name="domain">Null to abstain.</param>
    private static Route ToRoute(string? domain, Belief belief, RouteReason reason) => domain is null
        ? new(null, AdapterSet.Base, belief.Confidence, RouteReason.Abstained, belief.Scores)
        : new(domain, AdapterSet.Base, belief.ConfidenceIn(domain), reason, belief.Scores);
}
