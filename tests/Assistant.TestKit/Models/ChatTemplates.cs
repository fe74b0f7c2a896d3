namespace Assistant.TestKit.Models;

/// <summary>Jinja templates for the key <c>tokenizer.chat_template</c>.</summary>
public static class ChatTemplates
{
    public const string ChatMl =
        "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n' }}" +
        "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}";

    /// <summary>ChatML that lists tools in a first system turn.</summary>
    public const string ChatMlWithTools =
        "{% if tools %}{{ '<|im_start|>system\nTools:' }}{% for tool in tools %}{{ '\n' + (tool | tojson) }}{% endfor %}" +
        "{{ '<|im_end|>\n' }}{% endif %}" + ChatMl;
}
