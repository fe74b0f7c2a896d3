namespace Assistant.Inference.Tests.Templates;

/// <summary>Short templates in the formats that well-known model families publish.</summary>
internal static class SampleTemplates
{
    public const string Llama2 =
        "{% if messages[0]['role'] == 'system' %}{% set loop_messages = messages[1:] %}{% set system_message = messages[0]['content'] %}"
        + "{% else %}{% set loop_messages = messages %}{% set system_message = false %}{% endif %}"
        + "{% for message in loop_messages %}"
        + "{% if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('Conversation roles must alternate user/assistant/user/assistant/...') }}{% endif %}"
        + "{% if loop.index0 == 0 and system_message != false %}{% set content = '<<SYS>>\\n' + system_message + '\\n<</SYS>>\\n\\n' + message['content'] %}"
        + "{% else %}{% set content = message['content'] %}{% endif %}"
        + "{% if message['role'] == 'user' %}{{ bos_token + '[INST] ' + content | trim + ' [/INST]' }}"
        + "{% elif message['role'] == 'assistant' %}{{ ' ' + content | trim + ' ' + eos_token }}{% endif %}{% endfor %}";

    public const string Llama3 = """
        {{- bos_token }}
        {%- if not date_string is defined %}
            {%- set date_string = strftime_now("%d %b %Y") %}
        {%- endif %}
        {%- if tools is not none %}
            {{- "<|start_header_id|>system<|end_header_id|>\n\n" }}
            {{- "Environment: ipython\nToday Date: " + date_string + "\n\n" }}
            {%- for t in tools %}
                {{- t | tojson(indent=4) }}
                {{- "\n\n" }}
            {%- endfor %}
            {{- "<|eot_id|>" }}
        {%- endif %}
        {%- for message in messages %}
            {%- if 'tool_calls' in message %}
                {%- if not message.tool_calls|length == 1 %}
                    {{- raise_exception("This model only supports single tool-calls at once!") }}
                {%- endif %}
                {%- set tool_call = message.tool_calls[0].function %}
                {{- '<|start_header_id|>assistant<|end_header_id|>\n\n' -}}
                {{- '{"name": "' + tool_call.name + '", ' }}
                {{- '"parameters": ' }}
                {{- tool_call.arguments | tojson }}
                {{- "}" }}
                {{- "<|eot_id|>" }}
            {%- elif message.role == "tool" or message.role == "ipython" %}
                {{- "<|start_header_id|>ipython<|end_header_id|>\n\n" }}
                {{- message.content }}
                {{- "<|eot_id|>" }}
            {%- else %}
                {{- '<|start_header_id|>' + message['role'] + '<|end_header_id|>\n\n'+ message['content'] | trim + '<|eot_id|>' }}
            {%- endif %}
        {%- endfor %}
        {%- if add_generation_prompt %}
            {{- '<|start_header_id|>assistant<|end_header_id|>\n\n' }}
        {%- endif %}
        """;

    public const string Gemma =
        "{{ bos_token }}{% if messages[0]['role'] == 'system' %}{{ raise_exception('System role not supported') }}{% endif %}"
        + "{% for message in messages %}{% if message['role'] == 'assistant' %}{% set role = 'model' %}{% else %}{% set role = message['role'] %}{% endif %}"
        + "{{ '<start_of_turn>' + role + '\\n' + message['content'] | trim + '<end_of_turn>\\n' }}{% endfor %}"
        + "{% if add_generation_prompt %}{{'<start_of_turn>model\\n'}}{% endif %}";

    public const string Phi3 =
        "{% for message in messages %}{% if message['role'] in ['system', 'user'] %}{{'<|' + message['role'] + '|>\\n' + message['content'] + '<|end|>\\n'}}"
        + "{% elif message['role'] == 'assistant' %}{{'<|assistant|>\\n' + message['content'] + '<|end|>\\n'}}{% endif %}{% endfor %}"
        + "{% if add_generation_prompt %}{{ '<|assistant|>\\n' }}{% else %}{{ eos_token }}{% endif %}";

    public const string Mistral =
        "{{ bos_token }}{%- set ns = namespace(tools_written=false) %}{% for message in messages %}{% if message.role == 'user' %}"
        + "{%- if tools and not ns.tools_written %}{{ '[AVAILABLE_TOOLS] ' + (tools | tojson) + '[/AVAILABLE_TOOLS]' }}{%- set ns.tools_written = true %}{% endif %}"
        + "{{ '[INST] ' + message.content + '[/INST]' }}"
        + "{% elif message.tool_calls is defined and message.tool_calls is not none %}{{ '[TOOL_CALLS] [' }}"
        + "{% for call in message.tool_calls %}{% if call.id | length != 9 %}{{ raise_exception('Tool call IDs should be alphanumeric strings with length 9!') }}{% endif %}"
        + "{{ call.function | tojson }}{{ ', ' if not loop.last }}{% endfor %}{{ ']' + eos_token }}"
        + "{% elif message.role == 'tool' %}{{ '[TOOL_RESULTS] {\"content\": ' + message.content | tojson + ', \"call_id\": \"' + message.tool_call_id + '\"}[/TOOL_RESULTS]' }}"
        + "{% else %}{{ ' ' + message.content + eos_token }}{% endif %}{% endfor %}";

    public const string Qwen3 = """
        {%- macro call_text(call) -%}
            {"name": "{{ call.name }}", "arguments": {% if call.arguments is string %}{{ call.arguments }}{% else %}{{ call.arguments | tojson }}{% endif %}}
        {%- endmacro %}
        {%- set ns = namespace(last_query=messages|length - 1) %}
        {%- for message in messages[::-1] %}
            {%- if message.role == 'user' and loop.first %}{%- set ns.last_query = messages|length - 1 - loop.index0 %}{%- endif %}
        {%- endfor %}
        {%- for message in messages %}
            {%- if message.role in ("user", "system") %}
                {{- '<|im_start|>' ~ message.role ~ '\n' ~ message.content ~ '<|im_end|>\n' }}
            {%- elif message.role == "assistant" %}
                {%- set content = message.content.split('</think>')[-1].lstrip('\n') %}
                {{- '<|im_start|>assistant\n' }}
                {%- if message.reasoning_content is string and loop.index0 > ns.last_query %}
                    {{- '<think>\n' + message.reasoning_content.strip('\n') + '\n</think>\n\n' }}
                {%- endif %}
                {{- content }}
                {%- for call in message.tool_calls or [] %}
                    {{- '\n<tool_call>\n' + call_text(call.function) + '\n</tool_call>' }}
                {%- endfor %}
                {{- '<|im_end|>\n' }}
            {%- elif message.role == "tool" %}
                {{- '<|im_start|>user\n<tool_response>\n' + message.content + '\n</tool_response><|im_end|>\n' }}
            {%- endif %}
        {%- endfor %}
        {%- if add_generation_prompt %}
            {{- '<|im_start|>assistant\n' }}
            {%- if enable_thinking is defined and enable_thinking is false %}
                {{- '<think>\n\n</think>\n\n' }}
            {%- endif %}
        {%- endif %}
        """;
}
