using Assistant.Storage.Documents;
using Assistant.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Storage.Database;

internal static class DocumentTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<DocumentRow>(document =>
        {
            document.ToTable("documents");
            document.Property(d => d.Id).ValueGeneratedNever();
            document.Property(d => d.Classification).HasConversion<string>().HasMaxLength(16);
            document.HasIndex(d => d.Key).IsUnique();
        });
        model.Entity<DocumentLabel>(label =>
        {
            label.ToTable("document_labels");
            label.HasKey(l => new { l.DocumentId, l.Label });
            label.HasIndex(l => l.Label);
            label.HasOne<DocumentRow>().WithMany(d => d.Labels).HasForeignKey(l => l.DocumentId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<VersionRow>(version =>
        {
            version.ToTable("document_versions");
            version.Property(v => v.Id).ValueGeneratedNever();
            version.Property(v => v.State).HasConversion<string>().HasMaxLength(16);
            version.Property(v => v.ContentHash).HasMaxLength(64);
            version.HasIndex(v => new { v.DocumentId, v.Number }).IsUnique();
            version.HasIndex(v => v.DocumentId).IsUnique().HasFilter("is_current");
            version.HasIndex(v => v.ContentHash);
            version.HasOne(v => v.Document).WithMany(d => d.Versions).HasForeignKey(v => v.DocumentId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<VersionText>(text =>
        {
            text.ToTable("document_texts");
            text.HasKey(t => t.VersionId);
            text.Property(t => t.VersionId).ValueGeneratedNever();
            text.HasOne<VersionRow>().WithOne().HasForeignKey<VersionText>(t => t.VersionId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<JobRow>(job =>
        {
            job.ToTable("jobs");
            job.Property(j => j.Id).ValueGeneratedNever();
            job.Property(j => j.Kind).HasConversion<string>().HasMaxLength(16);
            job.HasIndex(j => j.IdempotencyKey).IsUnique();
            job.HasIndex(j => new { j.DueAt, j.CreatedAt });
            job.HasIndex(j => j.Lane).IsUnique().HasFilter("leased_until IS NOT NULL");
        });
    }
}
