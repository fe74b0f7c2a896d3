using System.Text.Json.Nodes;
using Assistant.Inference.Templates;

namespace Assistant.Inference.Tests.Templates;

public sealed class ChatTemplateTests
{
    private static readonly ChatTurn[] Messages = [new("user", "Hello"), new("assistant", "Hi")];

    [Theory]
    [InlineData("one\ntwo {% if x %}\n{{ x }}\n", 3)]
    [InlineData("one\n{{ 'x' }}\n\n{{ $ }}\n {{ z }}", 4)]
    [InlineData("{% for x in y %}\n{{ 'unclosed }}\n{{ 1 }}", 2)]
    [InlineData("{# {{ #}\n{{ '{{' }}\n{% set a = (1 %}\n{{ 2 }}", 3)]
    [InlineData("{{ 1 }}\n{% foo %}", 2)]
    [InlineData("{% generation %}\n{{ 1 }}\n{% endif %}", 3)]
    [InlineData("one\ntwo {{", 2)]
    [InlineData("{# never closed", 1)]
    public void Compile_BrokenTemplate_NamesTheLine(string template, int line)
    {
        var problem = ChatTemplate.Compile(template, TemplateLimits.Default, TimeProvider.System).Problem.ShouldNotBeNull();
        problem.Kind.ShouldBe(TemplateProblemKind.Syntax);
        problem.Line.ShouldBe(line, problem.Message);
    }

    [Theory]
    [InlineData("{{ messages.constructor }}{{ ''.constructor }}{{ messages.__proto__ }}{{ ''['constructor'] }}{{ (1).__class__ }}")]
    [InlineData("{{ range.prototype }}{{ messages[0]['__proto__'] }}{{ messages[0].hasOwnProperty }}{{ globalThis }}{{ jinja }}{{ process }}")]
    public void Render_ReachingForTheInterpreter_FindsNothing(string template) => Render(template).Value.ShouldBe("");

    [Theory]
    [InlineData("{{ messages.constructor.constructor('return 1')() }}")]
    [InlineData("{{ (0).toString.constructor('return 1')() }}")]
    [InlineData("{{ eval('1') }}")]
    [InlineData("{{ messages | nosuchfilter }}")]
    public void Render_CallingWhatIsNotThere_Fails(string template) =>
        Render(template).Problem.ShouldNotBeNull().Kind.ShouldBe(TemplateProblemKind.Failed);

    [Fact]
    public void Render_MessagesWithKeysOfPrototypes_AreData()
    {
        var variables = new JsonObject { ["x"] = new JsonObject { ["__proto__"] = new JsonObject { ["polluted"] = "yes" }, ["constructor"] = "c" } };
        var template = ChatTemplate.Compile("{{ x['__proto__'].polluted }}|{{ x.constructor }}|{{ messages[0].polluted }}", TemplateLimits.Default, TimeProvider.System).Value!;
        template.Render(new ChatTemplateInput(Messages) { Variables = variables }).Value.ShouldBe("yes|c|");
    }

    [Theory]
    [InlineData("{% for i in range(1000) %}{% for j in range(1000) %}{% endfor %}{% endfor %}", TemplateProblemKind.TooSlow)]
    [InlineData("{% for i in range(1000000000) %}{% endfor %}", TemplateProblemKind.TooLarge)]
    [InlineData("{% set ns = namespace(s='aaaaaaaa') %}{% for i in range(60) %}{% set ns.s = ns.s + ns.s %}{% endfor %}{{ ns.s }}", TemplateProblemKind.TooLarge)]
    [InlineData("{% set ns = namespace(l=[1]) %}{% for i in range(60) %}{% set ns.l = ns.l + ns.l %}{% endfor %}", TemplateProblemKind.TooLarge)]
    [InlineData("{{ messages | tojson(indent=900000000) }}", TemplateProblemKind.TooLarge)]
    [InlineData("{{ 'a\\nb' | indent(900000000) }}", TemplateProblemKind.TooLarge)]
    [InlineData("{% set s = 'x' * 1 if false else 'xxxxxxxxxx' %}{% set ns = namespace(s=s) %}{% for i in range(12) %}{% set ns.s = ns.s.replace('', ns.s) %}{% endfor %}", TemplateProblemKind.TooLarge)]
    [InlineData("{% macro f(x) %}{{ f(x) }}{% endmacro %}{{ f(1) }}", TemplateProblemKind.TooDeep)]
    public void Render_HostileTemplate_StopsAtALimit(string template, TemplateProblemKind kind)
    {
        var limits = TemplateLimits.Default with { MaxStatements = 300_000, MaxAllocatedBytes = 128 * 1024 * 1024, MaxOutputLength = 1_000_000, MaxTime = TimeSpan.FromMinutes(1) };
        Render(template, limits).Problem.ShouldNotBeNull().Kind.ShouldBe(kind);
    }

    [Fact]
    public void Render_OutOfTime_Stops() =>
        Render("{% for i in range(5000) %}{% for j in range(5000) %}{% endfor %}{% endfor %}", TemplateLimits.Default with
        {
            MaxTime = TimeSpan.FromMilliseconds(300),
            MaxAllocatedBytes = long.MaxValue - 1,
            MaxStatements = int.MaxValue,
        }).Problem.ShouldNotBeNull().Kind.ShouldBe(TemplateProblemKind.TooSlow);

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "", "]")]
    [InlineData("not ", "x", "")]
    public void Compile_DeeplyNestedExpression_IsRefused(string open, string middle, string close) =>
        Render($"{{{{ {string.Concat(Enumerable.Repeat(open, 5000))}{middle}{string.Concat(Enumerable.Repeat(close, 5000))} }}}}")
            .Problem.ShouldNotBeNull().Kind.ShouldBe(TemplateProblemKind.TooDeep);

    [Fact]
    public void Render_OutputOverTheLimit_IsRefused() =>
        Render("{% for i in range(200) %}{{ messages[0].content }}{% endfor %}", TemplateLimits.Default with { MaxOutputLength = 999 })
            .Problem.ShouldNotBeNull().Kind.ShouldBe(TemplateProblemKind.TooLarge);

    [Fact]
    public void Compile_TemplateOverTheLimit_IsRefused() =>
        ChatTemplate.Compile(new string('x', 100), TemplateLimits.Default with { MaxTemplateLength = 99 }, TimeProvider.System).Problem.ShouldNotBeNull().Kind.ShouldBe(TemplateProblemKind.TooLarge);

    [Fact]
    public void Render_AfterALimitWasReached_WorksAgain()
    {
        var template = ChatTemplate.Compile("{% for i in range(n) %}{{ i }}{% endfor %}", TemplateLimits.Default with { MaxStatements = 100_000 }, TimeProvider.System).Value!;
        template.Render(Count(50_000)).IsValid.ShouldBeFalse();
        template.Render(Count(3)).Value.ShouldBe("012");

        static ChatTemplateInput Count(int n) => new([]) { Variables = new JsonObject { ["n"] = n } };
    }

    [Fact]
    public void Render_VariableNamedLikeOneOfOurs_DoesNotReplaceIt() =>
        ChatTemplate.Compile("{{ bos_token }}{{ range(2) | length }}{{ extra }}", TemplateLimits.Default, TimeProvider.System).Value!
            .Render(new ChatTemplateInput([]) { BosToken = "<s>", Variables = new JsonObject { ["bos_token"] = "no", ["range"] = "no", ["extra"] = "yes", ["true"] = 1 } })
            .Value.ShouldBe("<s>2yes");

    [Fact]
    public async Task Render_FromManyThreads_GivesEachItsOwnText()
    {
        var template = ChatTemplate.Compile(ChatTemplate.ChatMl, TemplateLimits.Default, TimeProvider.System).Value!;
        var texts = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(
            () => template.Render(new ChatTemplateInput([new ChatTurn("user", $"question {i}")])).Value,
            TestContext.Current.CancellationToken)));
        texts.ShouldBe(Enumerable.Range(0, 200).Select(i => $"<|im_start|>user\nquestion {i}<|im_end|>\n<|im_start|>assistant\n"));
    }

    private static Result<string, TemplateProblem> Render(string template, TemplateLimits? limits = null)
    {
        var compiled = ChatTemplate.Compile(template, limits ?? TemplateLimits.Default, TimeProvider.System);
        return compiled.IsValid ? compiled.Value.Render(new ChatTemplateInput(Messages)) : compiled.Problem;
    }
}
