using ChatSupport.Storage.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Channels.DirectLine;

/// <summary>One activity of a web chat.</summary>
internal sealed class WebActivityRow
{
    /// <summary>Opaque key of the conversation.</summary>
    public required string Conversation { get; init; }

    /// <summary>Its place in the stream, from 1: the watermark. A change gives it a new one.</summary>
    public required long Number { get; init; }

    /// <summary>The number it was first sent under, which stays: whoever read past it sees a change, anybody else only what is left.</summary>
    public required long Born { get; init; }

    /// <summary>What made it: a row of the outbox or an id of the client. The same again changes nothing; what was deleted has none.</summary>
    public required string Origin { get; init; }

    /// <summary>The sealed <see cref="Activity"/>; null where it was deleted and only that is left to be told.</summary>
    public byte[]? Body { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The place that a body is sealed for.</summary>
    public static FieldPlace Place(string conversation, string origin) => new("web_activities", "body", $"{conversation}/{origin}");

    internal sealed class Mapping : IEntityTypeConfiguration<WebActivityRow>
    {
        public void Configure(EntityTypeBuilder<WebActivityRow> activity)
        {
            activity.ToTable("web_activities");
            activity.HasKey(a => new { a.Conversation, a.Number });
            activity.Property(a => a.Conversation).HasColumnName("conversation");
            activity.Property(a => a.Number).HasColumnName("number");
            activity.Property(a => a.Born).HasColumnName("born");
            activity.Property(a => a.Origin).HasColumnName("origin");
            activity.Property(a => a.Body).HasColumnName("body");
            activity.Property(a => a.At).HasColumnName("at");
            activity.HasIndex(a => new { a.Conversation, a.Origin }).IsUnique();
        }
    }
}
