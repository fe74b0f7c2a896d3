namespace Assistant.Web.Observability;

/// <summary>Section "OpenTelemetry".</summary>
internal sealed class TelemetryOptions
{
    public const string Section = "OpenTelemetry";

    /// <summary>URL of an OTLP collector that takes gRPC, such as http://localhost:4317; null to export nothing.</summary>
    public Uri? Endpoint { get; set; }
}
