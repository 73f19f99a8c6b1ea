using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Conversations.Insight;

/// <summary>What happened on one screen on one day in one language, over all conversations.</summary>
internal sealed class ScreenCountRow
{
    /// <summary>The day where the workers are, as the number of days since 1 January of the year 1.</summary>
    public required int Day { get; init; }

    /// <summary>The screen, such as <c>rights/hours.refused</c>.</summary>
    public required string Screen { get; init; }

    public required string Language { get; init; }

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
            count.HasKey(c => new { c.Day, c.Screen, c.Language });
            count.Property(c => c.Day).HasColumnName("day");
            count.Property(c => c.Screen).HasColumnName("screen").HasMaxLength(300);
            count.Property(c => c.Language).HasColumnName("language").HasMaxLength(20);
            count.Property(c => c.Visits).HasColumnName("visits");
            count.Property(c => c.Left).HasColumnName("went_on");
            count.Property(c => c.Back).HasColumnName("back");
            count.Property(c => c.Missed).HasColumnName("missed");
            count.Property(c => c.FoundNothing).HasColumnName("found_nothing");
            count.Property(c => c.Listened).HasColumnName("listened");
        }
    }
}
