using Assistant.Storage.Audit;
using Assistant.Storage.Conversations;
using Assistant.Storage.Documents;
using Assistant.Storage.Identity;
using Assistant.Storage.Jobs;
using Assistant.Storage.Reviews;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Storage.Database;

/// <summary>The whole database. One class per provider derives from it, because each has migrations of its own.</summary>
internal abstract class StorageContext(DbContextOptions options) : IdentityDbContext<AppUser, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<UserGroup> UserGroups => Set<UserGroup>();

    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();

    public DbSet<TurnRow> Turns => Set<TurnRow>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHead => Set<AuditHead>();

    public DbSet<ReviewCaseRow> ReviewCases => Set<ReviewCaseRow>();

    public DbSet<ReviewDecisionRow> ReviewDecisions => Set<ReviewDecisionRow>();

    public DbSet<DocumentRow> Documents => Set<DocumentRow>();

    public DbSet<DocumentLabel> DocumentLabels => Set<DocumentLabel>();

    public DbSet<VersionRow> Versions => Set<VersionRow>();

    public DbSet<VersionText> Texts => Set<VersionText>();

    public DbSet<JobRow> Jobs => Set<JobRow>();

    // Fixed here, not by an option of the web application, so that the model always fits the migrations.
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var entry in ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            foreach (var property in entry.Properties)
            {
                if (property.CurrentValue is string text)
                {
                    property.CurrentValue = StorableText.Clean(text);
                }
            }
        }

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        AccountTables.Map(builder);
        ConversationTables.Map(builder);
        AuditTables.Map(builder);
        DocumentTables.Map(builder);
        SnakeCaseNames.Apply(builder);
    }
}
