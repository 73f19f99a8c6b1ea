using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Savings.Office;

/// <summary>How much cash a leader may hold, and what the office calls her.</summary>
internal sealed record FloatLimit
{
    public const string Table = "savings_float_limits";

    /// <summary>Opaque id of the leader: the owner of the account.</summary>
    public required string Leader { get; init; }

    /// <summary>What the office calls her; sealed.</summary>
    public required string Name { get; init; }

    /// <summary>Null for no limit.</summary>
    public long? Riel { get; init; }

    /// <summary>Null for no limit.</summary>
    public long? Cents { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<FloatLimit>
    {
        public void Configure(EntityTypeBuilder<FloatLimit> limit)
        {
            limit.ToTable(Table);
            limit.HasKey(l => l.Leader);
            limit.Property(l => l.Leader).HasColumnName("leader");
            limit.Ignore(l => l.Name);
            limit.Property(l => l.Riel).HasColumnName("riel");
            limit.Property(l => l.Cents).HasColumnName("cents");
            limit.Property<byte[]>("body").IsRequired();
        }
    }
}
