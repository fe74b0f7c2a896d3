namespace Assistant.Inference.Host.Lifetime;

/// <summary>What a supervisor can tell the end of this process by.</summary>
internal static class ExitCodes
{
    public const int Stopped = 0;

    /// <summary>It failed; another start may go better.</summary>
    public const int Failed = 1;

    /// <summary>A model file or a setting cannot be used: another start gives the same.</summary>
    public const int Unusable = 3;
}
