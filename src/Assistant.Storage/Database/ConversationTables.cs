using Assistant.Storage.Conversations;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Storage.Database;

internal static class ConversationTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ConversationRow>(conversation =>
        {
            conversation.ToTable("conversations");
            conversation.Property(c => c.Id).ValueGeneratedNever();
            conversation.HasIndex(c => new { c.OwnerId, c.UpdatedAt });
        });
        model.Entity<TurnRow>(turn =>
        {
            turn.ToTable("turns");
            turn.Property(t => t.Id).ValueGeneratedNever();
            turn.HasIndex(t => new { t.ConversationId, t.Number }).IsUnique();
            turn.HasOne(t => t.Conversation).WithMany(c => c.Turns).HasForeignKey(t => t.ConversationId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
