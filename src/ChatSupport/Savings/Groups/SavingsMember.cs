using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Savings.Groups;

/// <summary>A member of a group. Neither her name nor where she works is kept; what she is called and the number of her book are sealed.</summary>
internal sealed record SavingsMember
{
    public const string Table = "savings_members";

    /// <summary>Opaque.</summary>
    public required string Id { get; init; }

    /// <summary>Opaque id of her group.</summary>
    public required string Group { get; init; }

    /// <summary>The number on her paper book, once within a group.</summary>
    public required string Book { get; init; }

    /// <summary>What she chose to be called.</summary>
    public required string Nickname { get; init; }

    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>Null while she is a member.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SavingsMember>
    {
        public void Configure(EntityTypeBuilder<SavingsMember> member)
        {
            member.ToTable(Table);
            member.HasKey(m => m.Id);
            member.Property(m => m.Id).HasColumnName("id");
            member.Property(m => m.Group).HasColumnName("group_id");
            member.Ignore(m => m.Book);
            member.Ignore(m => m.Nickname);
            member.Property(m => m.JoinedAt).HasColumnName("joined_at");
            member.Property(m => m.LeftAt).HasColumnName("left_at");
            member.Property<byte[]>("book_key").IsRequired(); // keyed hash of group and book
            member.Property<byte[]>("body").IsRequired();
            member.HasIndex("book_key").IsUnique();
            member.HasIndex(m => m.Group);
        }
    }
}
