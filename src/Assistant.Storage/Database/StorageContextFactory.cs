using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Assistant.Storage.Database;

/// <summary>Makes contexts of the configured provider.</summary>
internal sealed class StorageContextFactory : IDbContextFactory<StorageContext>
{
    private readonly Func<StorageContext> create;

    public StorageContextFactory(IOptions<StorageOptions> options, ILoggerFactory loggers)
    {
        var storage = options.Value;
        if (storage.Provider == StorageOptions.Postgres)
        {
            var postgres = new DbContextOptionsBuilder<PostgresStorageContext>().UseNpgsql(storage.ConnectionString).UseLoggerFactory(loggers).Options;
            create = () => new PostgresStorageContext(postgres);
        }
        else
        {
            var sqlite = new DbContextOptionsBuilder<SqliteStorageContext>()
                .UseSqlite(SqliteSettings.ConnectionString(storage.DataPath))
                .AddInterceptors(new SqliteSettings())
                .UseLoggerFactory(loggers)
                .Options;
            create = () => new SqliteStorageContext(sqlite);
        }
    }

    public StorageContext CreateDbContext() => create();
}
