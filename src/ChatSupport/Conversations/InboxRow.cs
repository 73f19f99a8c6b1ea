using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Conversations;

/// <summary>An inbound event that was taken to its end. It names no conversation, so that forgetting her needs not touch it.</summary>
internal sealed class InboxRow
{
    /// <summary>Rises with time: the oldest are found without an index of their own.</summary>
    public long Number { get; init; }

    /// <summary><see cref="Inbound.Id"/>.</summary>
    public required string InboundId { get; init; }

    public required DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<InboxRow>
    {
        public void Configure(EntityTypeBuilder<InboxRow> inbound)
        {
            inbound.ToTable("inbox");
            inbound.HasKey(i => i.Number);
            inbound.Property(i => i.Number).HasColumnName("number");
            inbound.Property(i => i.InboundId).HasColumnName("id");
            inbound.Property(i => i.At).HasColumnName("at");
            inbound.HasIndex(i => i.InboundId).IsUnique(); // the same update again changes nothing
        }
    }
}
