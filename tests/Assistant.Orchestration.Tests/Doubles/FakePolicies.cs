using Assistant.Core.Policies;

namespace Assistant.Orchestration.Tests.Doubles;

/// <summary>A policy engine that does what a test says, and remembers every text it passed.</summary>
internal sealed class FakePolicies(Func<PolicyCheck, CancellationToken, ValueTask<PolicyVerdict>>? check = null) : IPolicyEngine
{
    public static PolicyVerdict Clean { get; } = new([], ["fake"], "hash");

    public List<PolicyCheck> Checks { get; } = [];

    public async ValueTask<PolicyVerdict> CheckAsync(PolicyCheck policyCheck, CancellationToken cancellationToken)
    {
        lock (Checks)
        {
            Checks.Add(policyCheck);
        }

        return check is null ? Clean : await check(policyCheck, cancellationToken);
    }

    public static PolicyVerdict Verdict(PolicyAction action, int start, int length, bool review = true) =>
        new([new Finding("rule", action, PolicySeverity.High, start, length, "Message.", "detail", review)], ["rule"], "hash");
}
