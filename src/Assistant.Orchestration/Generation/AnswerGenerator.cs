using System.Runtime.CompilerServices;
using Assistant.Core.Adapters;
using Assistant.Core.Answers;
using Assistant.Orchestration.Composition;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace Assistant.Orchestration.Generation;

/// <summary>The generate stage: renders the prompt template and streams the chat completion, through Semantic Kernel.</summary>
internal sealed class AnswerGenerator
{
    private readonly GenerationOptions options;
    private readonly Kernel kernel;
    private readonly KernelFunction function;

    public AnswerGenerator(GeneratorKind kind, IChatClient client, PromptTemplate template, IOptions<GenerationOptions> options)
    {
        Kind = kind;
        this.options = options.Value;
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton(client);
        kernel = builder.Build();
        function = KernelFunctionFactory.CreateFromPrompt(new PromptTemplateConfig(template.Text)
        {
            Name = template.Name,
            InputVariables =
            [
                // The history is made of message elements whose text the composer has encoded.
                new InputVariable { Name = "history", AllowDangerouslySetContent = true },
            ],
        });
    }

    public GeneratorKind Kind { get; }

    /// <summary>The model name that a request with these adapters asks for.</summary>
    public string ModelFor(AdapterSet adapters) =>
        Kind == GeneratorKind.Extractive ? ExtractiveChatClient.ModelName : options.Model ?? adapters.ModelName;

    /// <summary>Streams pieces of the answer.</summary>
    /// <param name="userId">Whom the request is made for.</param>
    /// <exception cref="TimeoutException">The server sent nothing for as long as the configured timeout.</exception>
    public async IAsyncEnumerable<GeneratedPiece> GenerateAsync(ComposedPrompt prompt, AdapterSet adapters, Guid userId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var arguments = new KernelArguments(Settings(prompt, adapters, userId))
        {
            ["question"] = prompt.Question,
            ["passages"] = prompt.Passages,
            ["history"] = prompt.History,
        };
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var stream = function.InvokeStreamingAsync<ChatResponseUpdate>(kernel, arguments, idle.Token).GetAsyncEnumerator(idle.Token);
        await using (stream.ConfigureAwait(false))
        {
            while (await NextAsync(stream, idle, cancellationToken).ConfigureAwait(false))
            {
                var usage = stream.Current.Contents.OfType<UsageContent>().LastOrDefault()?.Details;
                yield return new GeneratedPiece(stream.Current.Text, usage);
            }
        }
    }

    private async Task<bool> NextAsync(IAsyncEnumerator<ChatResponseUpdate> stream, CancellationTokenSource idle, CancellationToken cancellationToken)
    {
        idle.CancelAfter(options.Timeout);
        try
        {
            return await stream.MoveNextAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The model sent nothing for {options.Timeout}.");
        }
    }

    private PromptExecutionSettings Settings(ComposedPrompt prompt, AdapterSet adapters, Guid userId) => new()
    {
        ModelId = ModelFor(adapters),
        ExtensionData = new Dictionary<string, object>
        {
            ["temperature"] = options.Temperature,
            ["seed"] = options.Seed,
            ["max_tokens"] = options.MaxTokens,
            [Grounding.Key] = prompt.Evidence,
            [Requester.Key] = userId,
        },
    };
}
