using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Staff.Audit;

/// <summary>One row of the audit log: what a member of staff did. Rows are added and never changed or removed, which triggers in the database hold as well.</summary>
/// <remarks>No index but the number: the log is read newest first, and has some hundreds of rows a day at most.</remarks>
internal sealed class AuditEntry
{
    /// <summary>1, 2, 3 … without a gap.</summary>
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <inheritdoc cref="AuditNote.Who"/>
    public required string Who { get; init; }

    /// <inheritdoc cref="AuditNote.Act"/>
    public required string Act { get; init; }

    /// <inheritdoc cref="AuditNote.Subject"/>
    public required string Subject { get; init; }

    /// <inheritdoc cref="AuditNote.Detail"/>
    public required string Detail { get; init; }

    /// <summary>Proves this row and, through the one before it, all before it. From <see cref="AuditChain"/>.</summary>
    public required byte[] Mac { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> entry)
        {
            // A migration that makes this table anew must make its triggers anew: see the migration Audit.
            entry.ToTable("audit_entries");
            entry.HasKey(e => e.Number);
            entry.Property(e => e.Number).HasColumnName("number").ValueGeneratedNever(); // SQLite would use the number of a removed last row again
            entry.Property(e => e.At).HasColumnName("at");
            entry.Property(e => e.Who).HasColumnName("who");
            entry.Property(e => e.Act).HasColumnName("act");
            entry.Property(e => e.Subject).HasColumnName("subject");
            entry.Property(e => e.Detail).HasColumnName("detail");
            entry.Property(e => e.Mac).HasColumnName("mac");
        }
    }
}
