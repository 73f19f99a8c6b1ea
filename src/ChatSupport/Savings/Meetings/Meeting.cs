using ChatSupport.Savings.Groups;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Savings.Meetings;

/// <summary>A meeting of a group. Entries that belong to it name it as their link.</summary>
internal sealed record Meeting
{
    public const string Table = "savings_meetings";

    /// <summary>Opaque.</summary>
    public required string Id { get; init; }

    /// <summary>Opaque id of the group.</summary>
    public required string Group { get; init; }

    /// <summary>Its day in Phnom Penh.</summary>
    public required DateOnly Day { get; init; }

    public MeetingState State { get; init; }

    /// <summary>The leader who opened it; null before.</summary>
    public string? Opener { get; init; }

    /// <summary>The leader who closed it: another one, unless she is the only one.</summary>
    public string? Closer { get; init; }

    /// <summary>What should have been in the leaders' hands as it was closed, in riel, by the ledger; null before.</summary>
    public long? ExpectedRiel { get; init; }

    /// <summary>The same in cents.</summary>
    public long? ExpectedCents { get; init; }

    /// <summary>The savings officer who looked at a meeting whose count did not agree, or that its opener closed herself, because she is the only leader.</summary>
    public string? ConfirmedBy { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>It was to be closed days ago: what is given now belongs to another meeting.</summary>
    public bool IsOld(DateOnly today) => Day < today.AddDays(-1);

    /// <summary>Whether the machine permits it.</summary>
    public bool Can(MeetingEvent what, bool isEmpty = false) => MeetingMachine.For(() => State, () => isEmpty, _ => { }).CanFire(what);

    /// <summary>The meeting behind an event.</summary>
    /// <exception cref="InvalidOperationException">The machine does not permit it.</exception>
    public Meeting After(MeetingEvent what, bool isEmpty = false)
    {
        var state = State;
        MeetingMachine.For(() => state, () => isEmpty, next => state = next).Fire(what);
        return this with { State = state };
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Meeting>
    {
        public void Configure(EntityTypeBuilder<Meeting> meeting)
        {
            // A migration that makes this table anew must make its triggers anew: see the migration SavingsMeetings.
            meeting.ToTable(Table, table =>
            {
                table.HasCheckConstraint("CK_savings_meetings_state", "state IN ('Planned', 'Open', 'Counted', 'Closed', 'Cancelled')");
                table.HasCheckConstraint("CK_savings_meetings_opener", "state IN ('Planned', 'Cancelled') OR (opener IS NOT NULL AND opened_at IS NOT NULL)");
                table.HasCheckConstraint("CK_savings_meetings_closer", "(state = 'Closed') = (closer IS NOT NULL) AND (state = 'Closed') = (closed_at IS NOT NULL)");
                table.HasCheckConstraint("CK_savings_meetings_confirmed", "confirmed_by IS NULL OR (state = 'Closed' AND confirmed_by <> closer)");
            });
            meeting.HasKey(m => m.Id);
            meeting.Property(m => m.Id).HasColumnName("id");
            meeting.Property(m => m.Group).HasColumnName("group_id");
            meeting.Property(m => m.Day).HasColumnName("day");
            meeting.Property(m => m.State).HasColumnName("state").HasConversion<string>();
            meeting.Property(m => m.Opener).HasColumnName("opener");
            meeting.Property(m => m.Closer).HasColumnName("closer");
            meeting.Property(m => m.ConfirmedBy).HasColumnName("confirmed_by");
            meeting.Property(m => m.ExpectedRiel).HasColumnName("expected_riel");
            meeting.Property(m => m.ExpectedCents).HasColumnName("expected_cents");
            meeting.Property(m => m.OpenedAt).HasColumnName("opened_at");
            meeting.Property(m => m.ClosedAt).HasColumnName("closed_at");
            meeting.HasIndex(m => new { m.Group, m.Day });
            meeting.HasIndex(m => m.Group).IsUnique().HasFilter("state IN ('Open', 'Counted')").HasDatabaseName("IX_savings_meetings_running");
            meeting.HasOne<SavingsGroup>().WithMany().HasForeignKey(m => m.Group).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
