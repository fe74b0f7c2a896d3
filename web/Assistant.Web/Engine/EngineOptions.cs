namespace Assistant.Web.Engine;

/// <summary>Of the section "Inference", what the web application itself reads; the engine gets the whole section.</summary>
internal sealed class EngineOptions
{
    public const string Section = "Inference";

    public const string ModelKey = $"{Section}:Model";

    /// <summary>File of the language model (GGUF); null: none is started.</summary>
    public string? Model { get; set; }

    public static bool IsConfigured(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[ModelKey]);
}
