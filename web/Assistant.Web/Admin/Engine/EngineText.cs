using System.Globalization;
using Assistant.Core.Answers;

namespace Assistant.Web.Admin.Engine;

/// <summary>What the engine page calls things.</summary>
internal static class EngineText
{
    public static string Of(ModelServerState state) => state switch
    {
        ModelServerState.Starting => "Starting",
        ModelServerState.Ready => "Ready",
        ModelServerState.Restarting => "Restarting",
        ModelServerState.Unusable => "Cannot run",
        _ => state.ToString(),
    };

    public static string ToneOf(ModelServerState state) => state switch
    {
        ModelServerState.Ready => "success",
        ModelServerState.Unusable => "danger",
        _ => "warning",
    };

    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"62 %"; a dash when there is nothing to be a part of.</summary>
    public static string Share(double part, double whole) => whole <= 0 ? "–" : (part / whole).ToString("0 %", CultureInfo.InvariantCulture);
}
