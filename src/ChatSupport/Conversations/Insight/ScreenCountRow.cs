using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Conversations.Insight;

/// <summary>What happened on one screen in one week in one language, over all conversations.</summary>
internal sealed class ScreenCountRow
{
    /// <summary>The Monday it begins with, where the workers are, as the number of days since 1 January of the year 1.</summary>
    public required int Week { get; init; }

    /// <summary>The screen, such as <c>rights/hours#refused</c>.</summary>
    public required string Screen { get; init; }

    public required string Language { get; init; }

    /// <summary>How many workers came to it at least: <see cref="ScreenCountRows.Enough"/>; null while fewer did.</summary>
    public int? Workers { get; init; }

    /// <summary>How often somebody came to it.</summary>
    public long Visits { get; init; }

    /// <summary>How often somebody went on from it, whatever way.</summary>
    public long Left { get; init; }

    /// <summary>How often somebody took a step back from it.</summary>
    public long Back { get; init; }

    /// <summary>How often something was not understood on it.</summary>
    public long Missed { get; init; }

    /// <summary>How often a search on it found nothing.</summary>
    public long FoundNothing { get; init; }

    /// <summary>How often its recording was played.</summary>
    public long Listened { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ScreenCountRow>
    {
        public void Configure(EntityTypeBuilder<ScreenCountRow> count)
        {
            count.ToTable("screen_counts");
            count.HasKey(c => new { c.Week, c.Screen, c.Language });
            count.Property(c => c.Week).HasColumnName("week");
            count.Property(c => c.Screen).HasColumnName("screen").HasMaxLength(300);
            count.Property(c => c.Language).HasColumnName("language").HasMaxLength(20);
            count.Property(c => c.Workers).HasColumnName("workers");
            count.Property(c => c.Visits).HasColumnName("visits");
            count.Property(c => c.Left).HasColumnName("went_on");
            count.Property(c => c.Back).HasColumnName("back");
            count.Property(c => c.Missed).HasColumnName("missed");
            count.Property(c => c.FoundNothing).HasColumnName("found_nothing");
            count.Property(c => c.Listened).HasColumnName("listened");
        }
    }
}

/// <summary>Somebody came to a screen in the week that is not over yet. Once they are enough, or the week is over, it is deleted who they were: no trail of a
/// worker is kept that nobody needs.</summary>
internal sealed class ScreenSeenRow
{
    /// <inheritdoc cref="ScreenCountRow.Week"/>
    public required int Week { get; init; }

    public required string Screen { get; init; }

    public required string Language { get; init; }

    /// <summary>As <see cref="Workers"/> names her.</summary>
    public required string Worker { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ScreenSeenRow>
    {
        public void Configure(EntityTypeBuilder<ScreenSeenRow> seen)
        {
            seen.ToTable("screen_seen");
            seen.HasKey(s => new { s.Week, s.Screen, s.Language, s.Worker });
            seen.Property(s => s.Week).HasColumnName("week");
            seen.Property(s => s.Screen).HasColumnName("screen").HasMaxLength(300);
            seen.Property(s => s.Language).HasColumnName("language").HasMaxLength(20);
            seen.Property(s => s.Worker).HasColumnName("worker").HasMaxLength(32);
            seen.HasIndex(s => s.Worker);
        }
    }
}
