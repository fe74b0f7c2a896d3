using Assistant.Storage.Audit;
using Assistant.Storage.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Storage.Database;

/// <summary>No key leads from here to conversations: what was shown stays on record when a conversation is deleted.</summary>
internal static class AuditTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit_entries");
            entry.HasKey(e => e.Sequence);
            entry.Property(e => e.Sequence).ValueGeneratedNever();
            entry.Property(e => e.Hash).HasMaxLength(64);
            entry.Property(e => e.PreviousHash).HasMaxLength(64);
            entry.HasIndex(e => e.TurnId).IsUnique();
        });
        model.Entity<AuditHead>(head =>
        {
            head.ToTable("audit_head", table => table.HasCheckConstraint("ck_audit_head_single_row", $"id = {Audit.AuditHead.OnlyId}"));
            head.Property(h => h.Id).ValueGeneratedNever();
            head.Property(h => h.Hash).HasMaxLength(64);
            head.HasData(new AuditHead { Id = Audit.AuditHead.OnlyId, Sequence = 0, Hash = AuditHash.Start });
        });
        model.Entity<ReviewCaseRow>(review =>
        {
            review.ToTable("review_cases");
            review.Property(c => c.Id).ValueGeneratedNever();
            review.Property(c => c.Severity).HasConversion<string>().HasMaxLength(16);
            review.HasIndex(c => c.TurnId).IsUnique();
            review.HasIndex(c => new { c.IsOpen, c.OpenedAt });
            review.HasOne(c => c.AuditEntry).WithMany().HasForeignKey(c => c.AuditSequence).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ReviewDecisionRow>(decision =>
        {
            decision.ToTable("review_decisions");
            decision.Property(d => d.Id).ValueGeneratedNever();
            decision.Property(d => d.Disposition).HasConversion<string>().HasMaxLength(32);
            decision.HasIndex(d => new { d.CaseId, d.Number }).IsUnique();
            decision.HasOne<ReviewCaseRow>().WithMany(c => c.Decisions).HasForeignKey(d => d.CaseId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
