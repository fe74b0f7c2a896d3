using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Assistant.Storage.Database;

internal sealed class SqliteStorageContext(DbContextOptions<SqliteStorageContext> options) : StorageContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
}

/// <summary>For <c>dotnet ef migrations add NAME --project src/Assistant.Storage --context SqliteStorageContext --output-dir Migrations/Sqlite</c>.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteStorageContext>
{
    public SqliteStorageContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteStorageContext>().UseSqlite().Options);
}
