using Assistant.Core.Access;
using Assistant.Core.Adapters;

namespace Assistant.Core.Routing;

/// <summary>Picks the domain, and with it the adapter set, that a question is answered with.</summary>
public interface IRouter
{
    ValueTask<Route> RouteAsync(RouteRequest request, CancellationToken cancellationToken);
}

/// <param name="PreviousQuestions">Earlier questions of the conversation, oldest first.</param>
/// <param name="PinnedDomain">A domain the user chose, or null.</param>
public sealed record RouteRequest(
    string Question,
    IReadOnlyList<string> PreviousQuestions,
    AssistantUser User,
    string? PinnedDomain);

/// <param name="Domain">The domain, or null when the router abstains to the base model.</param>
/// <param name="Confidence">Calibrated probability, 0–1, that the question belongs to the domain (to the best one when it abstains); it may also belong to none.</param>
/// <param name="Scores">Calibrated probability per domain that the user may use, given that the question belongs to one of them; they add up to 1.</param>
public sealed record Route(
    string? Domain,
    AdapterSet Adapters,
    double Confidence,
    RouteReason Reason,
    IReadOnlyDictionary<string, double> Scores);

public enum RouteReason
{
    /// <summary>The classifier was confident enough.</summary>
    Classified,

    /// <summary>The user chose the domain.</summary>
    Pinned,

    /// <summary>An elliptical follow-up keeps the domain of the turn before.</summary>
    Continued,

    /// <summary>Below the calibrated confidence: base model, all domains.</summary>
    Abstained,
}
