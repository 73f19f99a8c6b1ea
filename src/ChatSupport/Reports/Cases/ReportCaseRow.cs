using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Reports.Cases;

/// <summary>A report that was sent. Nothing of it can be read here: what she said is sealed to the case key, the conversation to the thread key. There is
/// no name and no address in it, nor a way back to the chat that it came from.</summary>
internal sealed class ReportCaseRow
{
    /// <summary>Opaque, 32 hexadecimal digits; the id that its sealed files name.</summary>
    public required string Id { get; init; }

    /// <summary>Name of its state in the machine of cases; <c>New</c> as it arrives.</summary>
    public required string State { get; init; }

    /// <summary>0 danger now, 1 high, 2 usual, 3 low: what her own answers say, until a case worker says otherwise.</summary>
    public required int Risk { get; init; }

    /// <summary>It is about somebody under 18, or who may be.</summary>
    public required bool IsChild { get; init; }

    /// <summary>She said that somebody is in danger now.</summary>
    public required bool InDanger { get; init; }

    /// <summary>Which key of the conversation is in use, from 1 on. Of the case key it is the highest that was given (<see cref="ReportGrantRow"/>).</summary>
    public required uint Epoch { get; init; }

    /// <summary>Public half of the case key, <c>age1…</c>.</summary>
    public required string CaseKey { get; init; }

    /// <summary>Public half of the conversation's key, <c>age1…</c>.</summary>
    public required string ThreadKey { get; init; }

    public required long CreatedAt { get; init; }

    /// <summary>When something last happened in it, from either side.</summary>
    public required long LastAt { get; init; }

    /// <summary>Staff id of the case worker who has it; null for nobody yet.</summary>
    public string? Owner { get; init; }

    /// <summary>When it was closed; null while it is open. From then on the clock of its end runs.</summary>
    public long? ClosedAt { get; init; }

    /// <summary>Two people hold it until then: it is not destroyed before; null for no hold.</summary>
    public long? HeldUntil { get; init; }

    /// <summary>She asked for its deletion while it was held; it goes as soon as the hold ends. Null where she did not.</summary>
    public long? DeletionAskedAt { get; init; }

    /// <summary>One more with each change: two people at once cannot both win.</summary>
    public required int Version { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportCaseRow>
    {
        public void Configure(EntityTypeBuilder<ReportCaseRow> row)
        {
            row.ToTable("report_cases", table => table.HasCheckConstraint("CK_report_cases_risk", "risk BETWEEN 0 AND 3"));
            row.HasKey(r => r.Id);
            row.Property(r => r.Id).HasColumnName("id");
            row.Property(r => r.State).HasColumnName("state");
            row.Property(r => r.Risk).HasColumnName("risk");
            row.Property(r => r.IsChild).HasColumnName("is_child");
            row.Property(r => r.InDanger).HasColumnName("in_danger");
            row.Property(r => r.Epoch).HasColumnName("epoch");
            row.Property(r => r.CaseKey).HasColumnName("case_key");
            row.Property(r => r.ThreadKey).HasColumnName("thread_key");
            row.Property(r => r.CreatedAt).HasColumnName("created_at");
            row.Property(r => r.LastAt).HasColumnName("last_at");
            row.Property(r => r.Owner).HasColumnName("owner");
            row.Property(r => r.ClosedAt).HasColumnName("closed_at");
            row.Property(r => r.HeldUntil).HasColumnName("held_until");
            row.Property(r => r.DeletionAskedAt).HasColumnName("deletion_asked_at");
            row.Property(r => r.Version).HasColumnName("version");
            row.HasIndex(r => r.ClosedAt).HasFilter("closed_at IS NOT NULL");
        }
    }
}
