using Assistant.Adapters.Routing;
using Assistant.Adapters.Routing.Classification;
using Assistant.Core.Domains;
using Assistant.Core.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Assistant.Adapters;

public static class AdaptersServices
{
    /// <summary>Adds the router (<see cref="IRouter"/>) and, unless there is one, the shipped <see cref="DomainCatalog"/>. Needs text analysis.</summary>
    public static IServiceCollection AddAdapters(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RoutingOptions>().Bind(configuration.GetSection(RoutingOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<RoutingOptions>, RoutingExamplesValidator>();

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(DomainCatalog.Default);
        services.AddSingleton<ClassifierTrainer>();
        services.AddSingleton<Ellipsis>();
        services.AddSingleton<RoutingModel>();
        services.AddHostedService(provider => provider.GetRequiredService<RoutingModel>());
        services.AddSingleton<IRouter, DomainRouter>();
        return services;
    }
}
