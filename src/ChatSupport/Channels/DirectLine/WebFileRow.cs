using ChatSupport.Storage.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Channels.DirectLine;

/// <summary>A picture or recording that a worker sent. Deleted with its conversation.</summary>
internal sealed class WebFileRow
{
    /// <summary>Key that follows from the conversation and the posting: the same upload again is the same file.</summary>
    public required string Key { get; init; }

    /// <summary>Opaque key of the conversation.</summary>
    public required string Conversation { get; init; }

    /// <summary>What it is, as found in its bytes: <c>image/jpeg</c>.</summary>
    public required string ContentType { get; init; }

    /// <summary>The sealed bytes.</summary>
    public required byte[] Body { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The place that the bytes are sealed for.</summary>
    public static FieldPlace Place(string conversation, string key) => new("web_files", "body", $"{conversation}/{key}");

    internal sealed class Mapping : IEntityTypeConfiguration<WebFileRow>
    {
        public void Configure(EntityTypeBuilder<WebFileRow> file)
        {
            file.ToTable("web_files");
            file.HasKey(f => f.Key);
            file.Property(f => f.Key).HasColumnName("key");
            file.Property(f => f.Conversation).HasColumnName("conversation");
            file.Property(f => f.ContentType).HasColumnName("content_type");
            file.Property(f => f.At).HasColumnName("at");
            file.Property(f => f.Body).HasColumnName("body");
            file.HasIndex(f => f.Conversation);
        }
    }
}
