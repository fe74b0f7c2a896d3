using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;

namespace Assistant.Inference.Templates;

/// <summary>
/// One JavaScript interpreter that holds <c>@huggingface/jinja</c> and one compiled template. It has no access to .NET,
/// files or the network; time, memory, statements, nesting and sizes are limited. Not thread-safe.
/// </summary>
internal sealed class JinjaEngine : IDisposable
{
    private static readonly Prepared<Acornima.Ast.Script> Library = Engine.PrepareScript(
        $"const jinja = (function () {{ const module = {{ exports: {{}} }};\n{Resource("jinja.js")}\nreturn module.exports; }})();");

    private static readonly Prepared<Acornima.Ast.Script> Bridge = Engine.PrepareScript(Resource("jinja-bridge.js"));

    private readonly Engine engine;
    private readonly TemplateLimits limits;
    private readonly TimeProvider time;
    private ObjectInstance? bridge;

    public JinjaEngine(TemplateLimits limits, TimeProvider time)
    {
        (this.limits, this.time) = (limits, time);
        engine = new Engine(options =>
        {
            options.DisableStringCompilation();
            options.TimeoutInterval(limits.MaxTime);
            options.LimitMemory(limits.MaxAllocatedBytes);
            options.MaxStatements(limits.MaxStatements);
            options.LimitRecursion(limits.MaxNesting);
            options.Constraints.StackOverflowGuard = true;
            options.Constraints.RegexTimeout = limits.MaxTime;
            options.Constraints.MaxArraySize = (uint)Math.Max(limits.MaxListLength, limits.MaxTemplateLength);
            options.Json.MaxParseDepth = limits.MaxNesting;
        });
    }

    /// <summary>False after a limit was reached: the engine may be in any state and must be thrown away.</summary>
    public bool IsUsable { get; private set; } = true;

    public TemplateProblem? Compile(string template) => Call("compile", template) switch
    {
        { Problem: { Kind: TemplateProblemKind.Failed } problem } => problem with { Kind = TemplateProblemKind.Syntax, Line = Locate(template) },
        { Problem: { } problem } => problem,
        _ => null,
    };

    public Result<string, TemplateProblem> Render(string variables) => Call("render", variables);

    public void Dispose() => engine.Dispose();

    private int? Locate(string template)
    {
        try
        {
            return (int)engine.Invoke(this.bridge!.Get("locate"), template).AsNumber();
        }
        catch (Exception exception) when (exception is JintException or TimeoutException)
        {
            IsUsable = false;
            return null;
        }
    }

    private Result<string, TemplateProblem> Call(string function, string argument)
    {
        try
        {
            this.bridge ??= Load();
            var outcome = engine.Invoke(this.bridge.Get(function), argument).AsObject();
            return outcome.Get("kind") is JsString kind
                ? new TemplateProblem(Kind(kind.ToString()), outcome.Get("message").ToString())
                : outcome.Get("value") is JsString value ? value.ToString() : "";
        }
        catch (TimeoutException)
        {
            return Broken(TemplateProblemKind.TooSlow, "The template took too long.");
        }
        catch (StatementsCountOverflowException)
        {
            return Broken(TemplateProblemKind.TooSlow, "The template took too many steps.");
        }
        catch (RecursionDepthOverflowException)
        {
            return Broken(TemplateProblemKind.TooDeep, "The template is nested too deeply.");
        }
        catch (MemoryLimitExceededException)
        {
            return Broken(TemplateProblemKind.TooLarge, "The template used too much memory.");
        }
        catch (JintException exception)
        {
            return Broken(TemplateProblemKind.Failed, exception.Message);
        }
    }

    private ObjectInstance Load()
    {
        engine.Execute(Library);
        var strftime = JsValue.FromObject(engine, (string format) => Strftime.Format(this.time.GetLocalNow(), format));
        return engine.Invoke(engine.Evaluate(Bridge), this.limits.MaxOutputLength, this.limits.MaxListLength, strftime).AsObject();
    }

    private TemplateProblem Broken(TemplateProblemKind kind, string message)
    {
        IsUsable = false;
        return new TemplateProblem(kind, message);
    }

    private static TemplateProblemKind Kind(string name) => name switch
    {
        "raised" => TemplateProblemKind.Raised,
        "large" => TemplateProblemKind.TooLarge,
        "deep" => TemplateProblemKind.TooDeep,
        _ => TemplateProblemKind.Failed,
    };

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(JinjaEngine).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
