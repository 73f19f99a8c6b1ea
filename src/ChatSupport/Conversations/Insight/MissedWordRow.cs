using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Conversations.Insight;

/// <summary>A word that at least <see cref="MissedWordRows.MostHidden"/> workers typed and nobody understood.</summary>
internal sealed class MissedWordRow
{
    /// <summary>The screen; empty for all together.</summary>
    public required string Screen { get; init; }

    /// <summary>The word as a strict key.</summary>
    public required string Word { get; init; }

    /// <summary>How often it was typed in weeks that are over.</summary>
    public long Times { get; init; }

    /// <summary>How often it was typed in the week that is not over yet, which nobody is shown.</summary>
    public long OpenTimes { get; init; }

    /// <summary>The last week it was typed, as in <see cref="ScreenCountRow.Week"/>.</summary>
    public int LastWeek { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<MissedWordRow>
    {
        public void Configure(EntityTypeBuilder<MissedWordRow> word)
        {
            word.ToTable("missed_words");
            word.HasKey(w => new { w.Screen, w.Word });
            word.Property(w => w.Screen).HasColumnName("screen").HasMaxLength(300);
            word.Property(w => w.Word).HasColumnName("word").HasMaxLength(100);
            word.Property(w => w.Times).HasColumnName("times");
            word.Property(w => w.OpenTimes).HasColumnName("open_times");
            word.Property(w => w.LastWeek).HasColumnName("last_week");
        }
    }
}

/// <summary>One worker typed a word that too few others typed so far: what the word is cannot be read from it.</summary>
internal sealed class MissedByRow
{
    /// <summary>Keyed hash of screen and word.</summary>
    public required string Hash { get; init; }

    /// <summary>As <see cref="Workers"/> names her.</summary>
    public required string Worker { get; init; }

    /// <summary>How often she typed it.</summary>
    public long Times { get; init; }

    /// <summary>The last week, as in <see cref="ScreenCountRow.Week"/>.</summary>
    public int LastWeek { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<MissedByRow>
    {
        public void Configure(EntityTypeBuilder<MissedByRow> missed)
        {
            missed.ToTable("missed_by");
            missed.HasKey(m => new { m.Hash, m.Worker });
            missed.Property(m => m.Hash).HasColumnName("hash").HasMaxLength(32);
            missed.Property(m => m.Worker).HasColumnName("worker").HasMaxLength(32);
            missed.Property(m => m.Times).HasColumnName("times");
            missed.Property(m => m.LastWeek).HasColumnName("last_week");
            missed.HasIndex(m => m.Worker);
        }
    }
}
