using Assistant.Core.Adapters;
using Assistant.Core.Domains;
using Assistant.Core.Routing;
using Microsoft.Extensions.Options;

namespace Assistant.Adapters.Routing;

/// <summary>Routes by a pinned domain, the domain of the question before, or the classifier, in this order.</summary>
internal sealed class DomainRouter(RoutingModel model, DomainCatalog domains, Ellipsis ellipsis, IOptions<RoutingOptions> options) : IRouter
{
    public async ValueTask<Route> RouteAsync(RouteRequest request, CancellationToken cancellationToken)
    {
        var usable = domains.UsableBy(request.User.Scope);
        if (usable.Count == 0)
        {
            return new Route(null, AdapterSet.Base, 0, RouteReason.Abstained, new Dictionary<string, double>());
        }

        var classifier = await model.GetAsync(cancellationToken).ConfigureAwait(false);
        var threshold = options.Value.Threshold ?? classifier.Threshold;
        var own = Belief.Of(classifier, classifier.Predict(request.Question), usable);
        if (usable.FirstOrDefault(d => d.Id == request.PinnedDomain) is { } pinned)
        {
            return ToRoute(pinned.Id, own, RouteReason.Pinned);
        }

        if (Anchor(request) is { } anchor)
        {
            var earlier = Belief.Of(classifier, classifier.Predict(anchor), usable);
            if (earlier.Confidence >= threshold)
            {
                var continued = earlier.Then(own);
                return continued.Best == earlier.Best ? ToRoute(continued.Best, continued, RouteReason.Continued) : Decide(continued, threshold);
            }
        }

        return Decide(own, threshold);
    }

    /// <summary>The last earlier question that stands on its own, when this one doesn't.</summary>
    private string? Anchor(RouteRequest request) =>
        request.PreviousQuestions.Count > 0 && ellipsis.IsIn(request.Question)
            ? request.PreviousQuestions.LastOrDefault(q => !ellipsis.IsIn(q)) ?? request.PreviousQuestions[0]
            : null;

    private static Route Decide(Belief belief, double threshold) =>
        belief.Confidence >= threshold
            ? ToRoute(belief.Best, belief, RouteReason.Classified)
            : ToRoute(null, belief, RouteReason.Abstained);

    private static Route ToRoute(string? domain, Belief belief, RouteReason reason) =>
        new(domain, AdapterSet.Base, domain is null ? belief.Confidence : belief.ConfidenceIn(domain), reason, belief.Scores);
}
