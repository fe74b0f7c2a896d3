namespace Assistant.Web.Engine;

/// <summary>How patient the supervision is.</summary>
internal sealed record SupervisionTimes
{
    /// <summary>Wait before the first restart; doubles with every further one.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(250);

    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Ready for as long as this, the engine counts as healthy again and the wait starts over.</summary>
    public TimeSpan HealthyAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Between two looks at an engine that is loading its model.</summary>
    public TimeSpan LoadingPace { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Between two looks at one that is ready.</summary>
    public TimeSpan ReadyPace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Without an answer for as long as this, it counts as hung and is ended. Loading a model is no silence.</summary>
    public TimeSpan LongestSilence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time to end by itself when it is asked to.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(3);
}
