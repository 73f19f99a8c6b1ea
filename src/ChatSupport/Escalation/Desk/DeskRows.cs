using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Escalation.Desk;

/// <summary>A chat, sealed; beside it only what is asked for in the database.</summary>
internal sealed class DeskChatRow
{
    public required string Id { get; init; }

    public required string Worker { get; init; }

    public string? Owner { get; init; }

    public required bool IsOpen { get; init; }

    public required int Level { get; init; }

    public required long ArrivedAt { get; init; }

    public long? ClosedAt { get; init; }

    public long? NextAt { get; init; }

    public required byte[] Body { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DeskChatRow>
    {
        public void Configure(EntityTypeBuilder<DeskChatRow> row)
        {
            row.ToTable("desk_chats");
            row.HasKey(r => r.Id);
            row.Property(r => r.Id).HasColumnName("id");
            row.Property(r => r.Worker).HasColumnName("worker");
            row.Property(r => r.Owner).HasColumnName("owner");
            row.Property(r => r.IsOpen).HasColumnName("is_open");
            row.Property(r => r.Level).HasColumnName("level");
            row.Property(r => r.ArrivedAt).HasColumnName("arrived_at");
            row.Property(r => r.ClosedAt).HasColumnName("closed_at");
            row.Property(r => r.NextAt).HasColumnName("next_at");
            row.Property(r => r.Body).HasColumnName("body");
            row.HasIndex(r => r.Worker).HasFilter("is_open = 1").IsUnique(); // a worker has one open chat
            row.HasIndex([nameof(Worker)], "IX_desk_chats_worker_all"); // also of those that are over
            row.HasIndex(r => r.Owner).HasFilter("is_open = 1");
            row.HasIndex(r => r.NextAt).HasFilter("next_at IS NOT NULL");
            row.HasIndex(r => r.ClosedAt);
        }
    }
}

/// <summary>An educator, sealed.</summary>
internal sealed class EducatorRow
{
    public required string Id { get; init; }

    public string? Conversation { get; init; }

    public long? NextAt { get; init; }

    public required byte[] Body { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<EducatorRow>
    {
        public void Configure(EntityTypeBuilder<EducatorRow> row)
        {
            row.ToTable("desk_educators");
            row.HasKey(r => r.Id);
            row.Property(r => r.Id).HasColumnName("id");
            row.Property(r => r.Conversation).HasColumnName("conversation");
            row.Property(r => r.NextAt).HasColumnName("next_at");
            row.Property(r => r.Body).HasColumnName("body");
            row.HasIndex(r => r.Conversation).IsUnique();
        }
    }
}

/// <summary>A link by which somebody joins the desk.</summary>
internal sealed class DeskInvitationRow
{
    public required string Hash { get; init; }

    public required string Educator { get; init; }

    public required long Until { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DeskInvitationRow>
    {
        public void Configure(EntityTypeBuilder<DeskInvitationRow> row)
        {
            row.ToTable("desk_invitations");
            row.HasKey(r => r.Hash);
            row.Property(r => r.Hash).HasColumnName("hash");
            row.Property(r => r.Educator).HasColumnName("educator");
            row.Property(r => r.Until).HasColumnName("until");
            row.HasIndex(r => r.Educator).IsUnique(); // a newer link ends the older one
        }
    }
}

/// <summary>A line of a chat, sealed.</summary>
internal sealed class DeskLineRow
{
    public long Number { get; init; }

    public required string Chat { get; init; }

    public required int From { get; init; }

    public required int State { get; init; }

    public string? Source { get; init; }

    public required long At { get; init; }

    public required byte[] Body { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DeskLineRow>
    {
        public void Configure(EntityTypeBuilder<DeskLineRow> row)
        {
            row.ToTable("desk_lines");
            row.HasKey(r => r.Number);
            row.Property(r => r.Number).HasColumnName("number"); // never used twice
            row.Property(r => r.Chat).HasColumnName("chat");
            row.Property(r => r.From).HasColumnName("author");
            row.Property(r => r.State).HasColumnName("state");
            row.Property(r => r.Source).HasColumnName("source");
            row.Property(r => r.At).HasColumnName("at");
            row.Property(r => r.Body).HasColumnName("body");
            row.HasIndex(r => new { r.Chat, r.Number });
            row.HasIndex(r => new { r.Chat, r.Source });
        }
    }
}

/// <summary>A message in somebody's chat that has to do with the desk: what is answered, changed or deleted is found by it.</summary>
internal sealed class DeskCopyRow
{
    public required string Conversation { get; init; }

    public required string MessageId { get; init; }

    public required string Chat { get; init; }

    /// <summary>The line it shows; 0 where it shows none.</summary>
    public required long Line { get; init; }

    public required long At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DeskCopyRow>
    {
        public void Configure(EntityTypeBuilder<DeskCopyRow> row)
        {
            row.ToTable("desk_copies");
            row.HasKey(r => new { r.Conversation, r.MessageId });
            row.Property(r => r.Conversation).HasColumnName("conversation");
            row.Property(r => r.MessageId).HasColumnName("message_id");
            row.Property(r => r.Chat).HasColumnName("chat");
            row.Property(r => r.Line).HasColumnName("line");
            row.Property(r => r.At).HasColumnName("at");
            row.HasIndex(r => r.Chat);
            row.HasIndex(r => r.At);
        }
    }
}

/// <summary>A voice note or picture that somebody sent in the console, sealed. It goes with the lines of its chat.</summary>
internal sealed class DeskFileRow
{
    public required string Key { get; init; }

    public required string Chat { get; init; }

    public required string ContentType { get; init; }

    public required byte[] Body { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DeskFileRow>
    {
        public void Configure(EntityTypeBuilder<DeskFileRow> row)
        {
            row.ToTable("desk_files");
            row.HasKey(r => r.Key);
            row.Property(r => r.Key).HasColumnName("key");
            row.Property(r => r.Chat).HasColumnName("chat");
            row.Property(r => r.ContentType).HasColumnName("content_type");
            row.Property(r => r.Body).HasColumnName("body");
            row.HasIndex(r => r.Chat);
        }
    }
}

/// <summary>What happened at the desk, for its figures: no content, and nobody's name.</summary>
internal sealed class DeskEventRow
{
    public long Number { get; init; }

    public required string Chat { get; init; }

    public required string Kind { get; init; }

    public required int Level { get; init; }

    public string? Who { get; init; }

    public long? Millis { get; init; }

    public required long At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DeskEventRow>
    {
        public void Configure(EntityTypeBuilder<DeskEventRow> row)
        {
            row.ToTable("desk_events");
            row.HasKey(r => r.Number);
            row.Property(r => r.Number).HasColumnName("number");
            row.Property(r => r.Chat).HasColumnName("chat");
            row.Property(r => r.Kind).HasColumnName("kind");
            row.Property(r => r.Level).HasColumnName("level");
            row.Property(r => r.Who).HasColumnName("who");
            row.Property(r => r.Millis).HasColumnName("millis");
            row.Property(r => r.At).HasColumnName("at");
            row.HasIndex(r => r.At);
            row.HasIndex(r => new { r.Who, r.At });
        }
    }
}
