namespace Assistant.Web.Engine;

/// <summary>How the engine's process ended.</summary>
/// <param name="Refusal">What it said against its model, when that is why it ended.</param>
/// <param name="LastLines">The end of what it wrote to standard error.</param>
internal sealed record EngineExit(int Code, string? Refusal, IReadOnlyList<string> LastLines)
{
    /// <summary>Exit code of an engine that cannot use its model: starting it again would change nothing.</summary>
    public const int Unusable = 3;

    /// <summary>On Unix a process ended by signal n reports 128 + n.</summary>
    private const int SignalBase = 128;

    public bool IsRefusal => Code == Unusable || Refusal is not null;

    /// <summary>In words, for administrators.</summary>
    public string Cause => Refusal ?? (Signal is { } signal ? $"It was ended by signal {signal}." : $"It ended with exit code {Code}.");

    private string? Signal => OperatingSystem.IsWindows() ? null : (Code - SignalBase) switch
    {
        4 => "4 (SIGILL: the processor lacks an instruction)",
        6 => "6 (SIGABRT: it gave up on an error)",
        7 => "7 (SIGBUS: a file or memory could not be read)",
        8 => "8 (SIGFPE: an arithmetic error)",
        9 => "9 (SIGKILL: somebody ended it, or the memory ran out)",
        11 => "11 (SIGSEGV: it touched memory that is not its own)",
        15 => "15 (SIGTERM: it was asked to end)",
        > 0 and < 65 and var other => $"{other}",
        _ => null,
    };
}
