using Assistant.Core.Retrieval;
using Assistant.Retrieval.Embedded;
using Assistant.Retrieval.Ranking;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Assistant.Retrieval;

public static class RetrievalServices
{
    /// <summary>Adds the embedded passage index in <c>index.db</c> below the configured <c>DataPath</c>. Needs <c>AddText()</c>.</summary>
    public static IServiceCollection AddRetrieval(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<IndexFileOptions>()
            .Configure(o => o.DataPath = configuration["DataPath"] is { Length: > 0 } path ? path : o.DataPath)
            .Validate(
                o => o.DataPath.IndexOfAny(Path.GetInvalidPathChars()) < 0,
                "DataPath holds a character that no path may have; give the folder that everything is stored in, such as /var/lib/assistant.")
            .ValidateOnStart();
        services.AddOptions<RankingOptions>()
            .Bind(configuration.GetSection(RankingOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IndexFile>();
        services.AddSingleton<PassageRanker>();
        services.AddSingleton<IPassageIndex, SqlitePassageIndex>();
        return services;
    }
}
