namespace Assistant.Web.Engine;

/// <summary>An end of the engine that nobody asked for.</summary>
/// <param name="Cause">In words.</param>
/// <param name="LastLines">The end of what it wrote to standard error.</param>
public sealed record EngineCrash(DateTimeOffset At, string Cause, IReadOnlyList<string> LastLines);
