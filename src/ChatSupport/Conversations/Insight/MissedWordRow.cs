using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Conversations.Insight;

/// <summary>A word that at least <see cref="MissedWordRows.Workers"/> workers typed and nobody understood.</summary>
internal sealed class MissedWordRow
{
    /// <summary>The screen; empty for all together.</summary>
    public required string Screen { get; init; }

    /// <summary>The word as a strict key.</summary>
    public required string Word { get; init; }

    /// <summary>How often it was typed.</summary>
    public long Times { get; init; }

    /// <summary>How often a search for what it stood in found nothing.</summary>
    public long FoundNothing { get; init; }

    /// <summary>The last day it was typed, as in <see cref="ScreenCountRow.Day"/>.</summary>
    public int LastDay { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<MissedWordRow>
    {
        public void Configure(EntityTypeBuilder<MissedWordRow> word)
        {
            word.ToTable("missed_words");
            word.HasKey(w => new { w.Screen, w.Word });
            word.Property(w => w.Screen).HasColumnName("screen").HasMaxLength(300);
            word.Property(w => w.Word).HasColumnName("word").HasMaxLength(100);
            word.Property(w => w.Times).HasColumnName("times");
            word.Property(w => w.FoundNothing).HasColumnName("found_nothing");
            word.Property(w => w.LastDay).HasColumnName("last_day");
        }
    }
}

/// <summary>One worker typed a word that too few others typed so far: what the word is cannot be read from it.</summary>
internal sealed class MissedByRow
{
    /// <summary>Keyed hash of screen and word.</summary>
    public required string Hash { get; init; }

    /// <summary>Opaque key of the conversation.</summary>
    public required string Conversation { get; init; }

    /// <summary>How often she typed it.</summary>
    public long Times { get; init; }

    /// <summary>How often the search for it found nothing.</summary>
    public long FoundNothing { get; init; }

    /// <summary>The last day, as in <see cref="ScreenCountRow.Day"/>.</summary>
    public int LastDay { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<MissedByRow>
    {
        public void Configure(EntityTypeBuilder<MissedByRow> missed)
        {
            missed.ToTable("missed_by");
            missed.HasKey(m => new { m.Hash, m.Conversation });
            missed.Property(m => m.Hash).HasColumnName("hash").HasMaxLength(64);
            missed.Property(m => m.Conversation).HasColumnName("conversation").HasMaxLength(100);
            missed.Property(m => m.Times).HasColumnName("times");
            missed.Property(m => m.FoundNothing).HasColumnName("found_nothing");
            missed.Property(m => m.LastDay).HasColumnName("last_day");
            missed.HasIndex(m => m.Conversation);
        }
    }
}
