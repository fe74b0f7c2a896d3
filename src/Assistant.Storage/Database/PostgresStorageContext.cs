using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Assistant.Storage.Database;

internal sealed class PostgresStorageContext(DbContextOptions<PostgresStorageContext> options) : StorageContext(options);

/// <summary>For <c>dotnet ef migrations add NAME --project src/Assistant.Storage --context PostgresStorageContext --output-dir Migrations/Postgres</c>.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresStorageContext>
{
    public PostgresStorageContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresStorageContext>().UseNpgsql().Options);
}
