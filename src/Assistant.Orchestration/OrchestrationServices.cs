using Assistant.Core.Answers;
using Assistant.Orchestration.Answering;
using Assistant.Orchestration.Composition;
using Assistant.Orchestration.Evidence;
using Assistant.Orchestration.Gate;
using Assistant.Orchestration.Generation;
using Assistant.Orchestration.Pipeline;
using Assistant.Orchestration.Retrieval;
using Assistant.Orchestration.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Assistant.Orchestration;

public static class OrchestrationServices
{
    /// <summary>Adds the answer pipeline: <see cref="IAnswerService"/> and the worker behind it.</summary>
    public static IServiceCollection AddOrchestration(this IServiceCollection services, IConfiguration configuration)
    {
        AddOptions<AnsweringOptions>(services, configuration, AnsweringOptions.Section);
        AddOptions<RetrievalStageOptions>(services, configuration, RetrievalStageOptions.Section);
        AddOptions<EvidenceOptions>(services, configuration, EvidenceOptions.Section);
        AddOptions<GateOptions>(services, configuration, GateOptions.Section);
        AddOptions<GenerationOptions>(services, configuration, GenerationOptions.Section)
            .Validate(o => o.Endpoint is null or { IsAbsoluteUri: true, Scheme: "http" or "https" }, "Generation:Endpoint must be an absolute http or https URL, such as http://localhost:8080/v1, or be left out.")
            .Validate(o => o.ContextTokens > 2 * o.MaxTokens, "Generation:ContextTokens must be more than twice Generation:MaxTokens; raise it or lower MaxTokens.");

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PipelineTelemetry>();
        services.AddSingleton<FollowUp>();
        services.AddSingleton<SearchText>();
        services.AddSingleton<PassageFinder>();
        services.AddSingleton<QuestionReader>();
        services.AddSingleton<EvidenceSelector>();
        services.AddSingleton(PromptTemplate.Load("answer"));
        services.AddSingleton<PromptComposer>();
        services.AddSingleton<QuoteRenderer>();
        services.TryAddSingleton<IModelServer, ConfiguredModelServer>();
        services.AddSingleton<ModelDirectory>();
        services.AddSingleton<ModelChatClient>();
        services.AddSingleton(CreateGenerators);
        services.AddSingleton(provider => new AnswerLimits(provider.GetRequiredService<IOptions<AnsweringOptions>>().Value.MaxQuestionLength));
        services.AddSingleton<AnswerGate>();
        services.AddSingleton<AnswerWriter>();
        services.AddSingleton<AnswerRecorder>();
        services.AddSingleton<AnswerPipeline>();
        services.AddSingleton<AnswerService>();
        services.AddSingleton<IAnswerService>(provider => provider.GetRequiredService<AnswerService>());
        services.AddHostedService<AnswerWorker>();
        return services;
    }

    private static OptionsBuilder<T> AddOptions<T>(IServiceCollection services, IConfiguration configuration, string section)
        where T : class =>
        services.AddOptions<T>().Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();

    private static AnswerGenerators CreateGenerators(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<GenerationOptions>>();
        var template = provider.GetRequiredService<PromptTemplate>();
        var extractive = new AnswerGenerator(GeneratorKind.Extractive, new ExtractiveChatClient(provider.GetRequiredService<QuoteRenderer>()), template, options);
        var model = provider.GetRequiredService<IModelServer>().State == ModelServerState.None
            ? null
            : new AnswerGenerator(GeneratorKind.Model, provider.GetRequiredService<ModelChatClient>(), template, options);
        return new AnswerGenerators(extractive, model);
    }
}
