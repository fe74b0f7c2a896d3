using System.Text.Json.Nodes;
using Assistant.Inference.Generation;
using Assistant.Inference.Gguf;
using Assistant.Inference.Runtime;

namespace Assistant.Inference.Templates;

/// <summary>Turns conversations into tokens with the model's own chat template.</summary>
internal sealed class PromptBuilder
{
    private readonly IRuntimeVocabulary vocabulary;
    private readonly Result<ChatTemplate, TemplateProblem> template;
    private readonly ControlTokenGuard guard;
    private readonly string bos;
    private readonly string eos;

    public PromptBuilder(IRuntimeVocabulary vocabulary, GgufMetadata metadata, string? chatTemplate, TimeProvider time)
    {
        this.vocabulary = vocabulary;
        template = ChatTemplate.Compile(chatTemplate ?? ChatTemplate.ChatMl, TemplateLimits.Default, time);
        guard = new ControlTokenGuard(metadata);
        var texts = metadata.TryGet<string[]>("tokenizer.ggml.tokens", out var tokens) ? tokens : [];
        bos = TextOf(vocabulary.BeginOfSequence);
        eos = TextOf(vocabulary.EndOfSequence);

        string TextOf(int token) => token >= 0 && token < texts.Length ? texts[token] : "";
    }

    public PromptResult Build(ChatPrompt chat)
    {
        if (!template.IsValid)
        {
            return new PromptResult.Refused($"The model's chat template cannot be used: {template.Problem.Message}");
        }

        var rendered = template.Value.Render(new ChatTemplateInput([.. chat.Messages.Select(Turn)])
        {
            Tools = chat.Tools,
            AddGenerationPrompt = chat.AddGenerationPrompt,
            BosToken = bos,
            EosToken = eos,
            Variables = chat.Variables,
        });
        if (!rendered.IsValid)
        {
            return new PromptResult.Refused(rendered.Problem.Message);
        }

        // Most templates write the begin-of-sequence token themselves; twice would be wrong.
        var hasBos = bos.Length > 0 && rendered.Value.StartsWith(bos, StringComparison.Ordinal);
        return new PromptResult.Built(vocabulary.Tokenize(rendered.Value, addSpecial: !hasBos, parseSpecial: true));
    }

    private ChatTurn Turn(ChatPromptMessage message) => new(message.Role, guard.Neutralize(message.Content))
    {
        Name = message.Name,
        ToolCallId = message.ToolCallId,
        ToolCalls = message.ToolCalls is null ? [] : [.. message.ToolCalls.Select(Call)],
    };

    private ChatToolCall Call(JsonNode? call) => new(
        call?["id"]?.ToString() ?? "",
        call?["function"]?["name"]?.ToString() ?? "",
        guard.Neutralize(call?["function"]?["arguments"]?.ToString() ?? "{}"));
}
