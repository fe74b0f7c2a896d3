using Assistant.Policies.Rules;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Assistant.Policies.Reload;

/// <summary>Holds the rule set in force. Changed files replace it as a whole and only when all of them are valid.</summary>
internal sealed class RuleStore : IPolicyRules
{
    private readonly RuleSetLoader loader;
    private readonly TimeProvider time;
    private readonly ILogger<RuleStore> logger;
    private readonly string folder;
    private readonly Lock gate = new();
    private readonly Lazy<State> initial;
    private State? replaced;

    public RuleStore(RuleSetLoader loader, IOptions<PolicyOptions> options, TimeProvider time, ILogger<RuleStore> logger)
    {
        this.loader = loader;
        this.time = time;
        this.logger = logger;
        folder = options.Value.Folder;
        initial = new Lazy<State>(LoadFirst);
    }

    /// <summary>The rule set in force.</summary>
    /// <exception cref="OptionsValidationException">The first rule set is not valid; there is none to fall back to.</exception>
    public RuleSet Current => Latest.Rules;

    public PolicyRuleStatus Status
    {
        get
        {
            var (rules, problem, _) = Latest;
            return new PolicyRuleStatus(folder, rules.LoadedAt, rules.Hash, [.. rules.Rules.Select(r => r.Summarize())], problem);
        }
    }

    private State Latest => Volatile.Read(ref replaced) ?? initial.Value;

    /// <summary>Reads the files again and takes them over if they have changed and are valid.</summary>
    public void Reload()
    {
        lock (gate)
        {
            var state = Latest;
            var next = Next(state);
            if (!ReferenceEquals(next, state))
            {
                Volatile.Write(ref replaced, next);
            }
        }
    }

    private State Next(State state)
    {
        RuleFiles files;
        try
        {
            files = RuleFiles.Read(folder);
        }
        catch (RuleFilesException exception)
        {
            return state.Problem?.Errors is [var seen] && seen == exception.Error ? state : Reject(state, [exception.Error], rejected: null);
        }

        if (files.Hash == state.Rules.Hash)
        {
            return state with { Problem = null, RejectedHash = null };
        }

        if (files.Hash == state.RejectedHash)
        {
            return state;
        }

        switch (loader.Load(files))
        {
            case RuleSetResult.Valid valid:
                logger.RulesLoaded(valid.Rules.Rules.Count, folder, valid.Rules.Hash);
                return new State(valid.Rules, null, null);
            case RuleSetResult.Invalid invalid:
                return Reject(state, invalid.Errors, files.Hash);
            default:
                throw new InvalidOperationException("A rule set is valid or not.");
        }
    }

    private State Reject(State state, IReadOnlyList<PolicyRuleError> errors, string? rejected)
    {
        logger.RulesRejected(state.Rules.Hash, string.Join(" ", errors));
        return state with { Problem = new PolicyRuleProblem(time.GetUtcNow(), errors), RejectedHash = rejected };
    }

    private State LoadFirst()
    {
        IReadOnlyList<PolicyRuleError> errors;
        try
        {
            switch (loader.Load(RuleFiles.Read(folder)))
            {
                case RuleSetResult.Valid valid:
                    logger.RulesLoaded(valid.Rules.Rules.Count, folder, valid.Rules.Hash);
                    return new State(valid.Rules, null, null);
                case RuleSetResult.Invalid invalid:
                    errors = invalid.Errors;
                    break;
                default:
                    throw new InvalidOperationException("A rule set is valid or not.");
            }
        }
        catch (RuleFilesException exception)
        {
            errors = [exception.Error];
        }

        throw new OptionsValidationException(PolicyOptions.Section, typeof(PolicyOptions), errors.Select(e => $"Policies:RulesPath ({folder}): {e}"));
    }

    /// <param name="RejectedHash">Hash of changed files that were found invalid, so that they are reported once.</param>
    private sealed record State(RuleSet Rules, PolicyRuleProblem? Problem, string? RejectedHash);
}
