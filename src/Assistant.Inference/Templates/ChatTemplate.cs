using System.Collections.Concurrent;

namespace Assistant.Inference.Templates;

/// <summary>
/// A model's own chat template, compiled. Rendering is Hugging Face's <c>@huggingface/jinja</c> inside the Jint
/// interpreter: what transformers.js renders, with hard limits, and no native code that a template could crash.
/// Thread-safe.
/// </summary>
internal sealed class ChatTemplate
{
    /// <summary>ChatML, for a model file without a template.</summary>
    public const string ChatMl =
        "{% for message in messages %}{{ '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}{% endfor %}"
        + "{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";

    private readonly ConcurrentBag<JinjaEngine> idle = [];
    private readonly string source;
    private readonly TemplateLimits limits;
    private readonly TimeProvider time;

    private ChatTemplate(string source, TemplateLimits limits, TimeProvider time) => (this.source, this.limits, this.time) = (source, limits, time);

    /// <returns>A problem of kind <see cref="TemplateProblemKind.Syntax"/> with its line when the template does not parse.</returns>
    public static Result<ChatTemplate, TemplateProblem> Compile(string jinja, TemplateLimits limits, TimeProvider time)
    {
        if (jinja.Length > limits.MaxTemplateLength)
        {
            return new TemplateProblem(TemplateProblemKind.TooLarge, $"The template has {jinja.Length} characters; the limit is {limits.MaxTemplateLength}.");
        }
        var template = new ChatTemplate(jinja, limits, time);
        var engine = new JinjaEngine(limits, time);
        if (engine.Compile(jinja) is { } problem)
        {
            engine.Dispose();
            return problem;
        }
        template.Return(engine);
        return template;
    }

    /// <summary>
    /// Renders a conversation. The text holds the special tokens that the template writes, a beginning-of-text token
    /// among them, so it must be tokenized with special tokens recognised and none added.
    /// </summary>
    public Result<string, TemplateProblem> Render(ChatTemplateInput input)
    {
        if (!idle.TryTake(out var engine))
        {
            engine = new JinjaEngine(this.limits, this.time);
            if (engine.Compile(this.source) is { } problem)
            {
                engine.Dispose();
                return problem;
            }
        }
        var text = engine.Render(TemplateVariables.ToJson(input));
        Return(engine);
        return text;
    }

    private void Return(JinjaEngine engine)
    {
        if (engine.IsUsable && idle.Count < Environment.ProcessorCount)
        {
            idle.Add(engine);
        }
        else
        {
            engine.Dispose();
        }
    }
}
