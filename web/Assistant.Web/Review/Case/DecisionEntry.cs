using Assistant.Core.Audit;

namespace Assistant.Web.Review.Case;

/// <summary>What the decision form holds.</summary>
/// <param name="Disposition">Null while nothing is chosen.</param>
public sealed record DecisionEntry(ReviewDisposition? Disposition, string Note);
