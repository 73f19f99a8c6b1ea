using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Savings.Groups;

/// <summary>A group that saves together.</summary>
internal sealed record SavingsGroup
{
    public const string Table = "savings_groups";

    /// <summary>Opaque.</summary>
    public required string Id { get; init; }

    /// <summary>As its members call it; a place or a person may be known from it, so it is sealed.</summary>
    public required string Name { get; init; }

    public required DateTimeOffset FoundedAt { get; init; }

    /// <summary>Null while it saves; afterwards nobody joins it.</summary>
    public DateTimeOffset? RetiredAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SavingsGroup>
    {
        public void Configure(EntityTypeBuilder<SavingsGroup> group)
        {
            group.ToTable(Table);
            group.HasKey(g => g.Id);
            group.Property(g => g.Id).HasColumnName("id");
            group.Ignore(g => g.Name);
            group.Ignore(g => g.RetiredAt); // in the sealed part
            group.Property(g => g.FoundedAt).HasColumnName("founded_at");
            group.Property<byte[]>("body").IsRequired();
        }
    }
}
