using Assistant.Core.Access;
using Assistant.Core.Audit;
using Assistant.Core.Conversations;
using Assistant.Core.Documents;
using Assistant.Core.Jobs;
using Assistant.Storage.Audit;
using Assistant.Storage.Conversations;
using Assistant.Storage.Database;
using Assistant.Storage.Documents;
using Assistant.Storage.Files;
using Assistant.Storage.Identity;
using Assistant.Storage.Jobs;
using Assistant.Storage.Reviews;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Assistant.Storage;

public static class StorageServices
{
    /// <summary>
    /// Adds the database, the stores over it, the file store and ASP.NET Core Identity's managers and stores for
    /// <see cref="AppUser"/>. The database is migrated before other hosted services start. The web application adds what
    /// signs people in (<c>AddIdentityCore&lt;AppUser&gt;(…).AddSignInManager()</c>).
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddOptions<StorageOptions>()
            .Bind(configuration.GetSection(StorageOptions.Section))
            .Configure(o => o.DataPath = configuration["DataPath"] ?? o.DataPath)
            .ValidateOnStart();

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IDbContextFactory<StorageContext>, StorageContextFactory>();
        services.AddSingleton<Transactions>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<JobSignal>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<IFileStore>(provider => provider.GetRequiredService<FileStore>());
        services.AddSingleton<IConversationStore, ConversationStore>();
        services.AddSingleton<IReviewStore, ReviewStore>();
        services.AddSingleton<IDocumentStore, DocumentStore>();
        services.AddSingleton<IJobQueue, JobQueue>();
        services.AddSingleton<IUserDirectory, UserDirectory>();
        services.AddHostedService<DatabaseLifecycle>();

        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<StorageContext>>().CreateDbContext());
        services.AddIdentityCore<AppUser>().AddRoles<IdentityRole<Guid>>().AddEntityFrameworkStores<StorageContext>();
        return services;
    }
}
