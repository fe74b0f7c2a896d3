using Assistant.Core.Policies;
using Assistant.Policies.Detectors;
using Assistant.Policies.Engine;
using Assistant.Policies.Reload;
using Assistant.Policies.Rules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Assistant.Policies;

public static class PoliciesServices
{
    /// <summary>
    /// Adds <see cref="IPolicyEngine"/>, its rules and their hot reload, and <see cref="IPolicyRules"/> for
    /// administration. Needs the text services.
    /// </summary>
    public static IServiceCollection AddPolicies(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PolicyOptions>().Bind(configuration.GetSection(PolicyOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddDetectors();
        services.AddSingleton<RuleReader>();
        services.AddSingleton<RuleSetLoader>();
        services.AddSingleton<RuleStore>();
        services.AddSingleton<IPolicyRules>(provider => provider.GetRequiredService<RuleStore>());
        services.AddSingleton<IPolicyEngine, PolicyEngine>();
        services.AddHostedService<RuleWatcher>();
        return services;
    }
}
