namespace Assistant.Inference.Host.Lifetime;

internal static class Settings
{
    /// <summary>Binds and checks the sections "Host" and "Inference"; every message names key, value and fix.</summary>
    public static void AddSettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ServerOptions>()
            .Bind(configuration.GetSection(ServerOptions.Section))
            .ValidateDataAnnotations()
            .Validate(
                o => o.ApiKeys.Concat(o.AdminKeys).All(k => k.Length >= ServerOptions.ShortestKey && k.All(c => c is > ' ' and <= '~')),
                $"Each key of Host:ApiKeys and Host:AdminKeys must have at least {ServerOptions.ShortestKey} visible ASCII characters; make one with: openssl rand -hex 32")
            .Validate(o => o.AdapterFolder is null || Directory.Exists(o.AdapterFolder), "Host:AdapterFolder names a folder that does not exist; create it, or leave the setting out.")
            .ValidateOnStart();

        services.AddOptions<InferenceOptions>()
            .Bind(configuration.GetSection(InferenceOptions.Section))
            .ValidateDataAnnotations()
            .Validate(
                o => new[] { o.Model, o.Embedder, o.Reranker }.Any(path => !string.IsNullOrEmpty(path)),
                "No model is configured: set Inference:Model to the path of a GGUF file (or Inference:Embedder, Inference:Reranker).")
            .ValidateOnStart();
    }
}
