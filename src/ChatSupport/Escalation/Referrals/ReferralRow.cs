using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Escalation.Referrals;

/// <summary>A referral, sealed; beside it what is asked for in the database, and what the database itself holds to be so:
/// nothing is told without her yes to exactly this version while it holds, or without two different people of the staff.</summary>
internal sealed class ReferralRow
{
    public required string Id { get; init; }

    public required string Chat { get; init; }

    public required string State { get; init; }

    public required int Version { get; init; }

    public int? GrantedVersion { get; init; }

    public long? GrantedAt { get; init; }

    public long? Until { get; init; }

    public long? SentAt { get; init; }

    public long? RevokedAt { get; init; }

    public string? BegunBy { get; init; }

    public string? ConfirmedBy { get; init; }

    public long? NextAt { get; init; }

    public required byte[] Body { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReferralRow>
    {
        private const string ToldIsDated = "state NOT IN ('Sent', 'Accepted', 'Rejected', 'Done') OR sent_at IS NOT NULL";

        // COALESCE: a check holds where it comes out as unknown.
        private const string ToldWasAllowed = "sent_at IS NULL"
            + " OR COALESCE(granted_version = version AND granted_at <= sent_at AND sent_at < until AND COALESCE(revoked_at >= sent_at, 1), 0)"
            + " OR COALESCE(begun_by <> confirmed_by AND sent_at < until, 0)";

        public void Configure(EntityTypeBuilder<ReferralRow> row)
        {
            row.ToTable("desk_referrals", table =>
            {
                table.HasCheckConstraint("CK_desk_referrals_told_is_dated", ToldIsDated);
                table.HasCheckConstraint("CK_desk_referrals_told_was_allowed", ToldWasAllowed);
            });
            row.HasKey(r => r.Id);
            row.Property(r => r.Id).HasColumnName("id");
            row.Property(r => r.Chat).HasColumnName("chat");
            row.Property(r => r.State).HasColumnName("state");
            row.Property(r => r.Version).HasColumnName("version");
            row.Property(r => r.GrantedVersion).HasColumnName("granted_version");
            row.Property(r => r.GrantedAt).HasColumnName("granted_at");
            row.Property(r => r.Until).HasColumnName("until");
            row.Property(r => r.SentAt).HasColumnName("sent_at");
            row.Property(r => r.RevokedAt).HasColumnName("revoked_at");
            row.Property(r => r.BegunBy).HasColumnName("begun_by");
            row.Property(r => r.ConfirmedBy).HasColumnName("confirmed_by");
            row.Property(r => r.NextAt).HasColumnName("next_at");
            row.Property(r => r.Body).HasColumnName("body");
            row.HasIndex(r => r.Chat);
            row.HasIndex(r => r.NextAt).HasFilter("next_at IS NOT NULL");
        }
    }
}
