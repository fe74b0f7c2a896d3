using Assistant.Core.Answers;

namespace Assistant.Web.Engine;

internal static class EngineServices
{
    /// <summary>Adds the engine that the application starts itself, when a model is configured for it.</summary>
    public static IServiceCollection AddEngine(this IServiceCollection services, IConfiguration configuration)
    {
        if (!EngineOptions.IsConfigured(configuration))
        {
            return services;
        }

        services.AddOptions<EngineOptions>()
            .Bind(configuration.GetSection(EngineOptions.Section))
            .Validate(
                _ => string.IsNullOrEmpty(configuration["Generation:Endpoint"]),
                $"{EngineOptions.ModelKey} and Generation:Endpoint are both set, but answers come from one language model. Remove Generation:Endpoint and Generation:Model to run the model here, or {EngineOptions.ModelKey} to use the server.")
            .ValidateOnStart();
        return services
            .AddSingleton(EngineCommand.Shipped())
            .AddSingleton(new EngineEnvironment(configuration))
            .AddSingleton(new SupervisionTimes())
            .AddSingleton<EngineSupervisor>()
            .AddSingleton<IModelServer>(provider => provider.GetRequiredService<EngineSupervisor>())
            .AddHostedService(provider => provider.GetRequiredService<EngineSupervisor>());
    }
}
