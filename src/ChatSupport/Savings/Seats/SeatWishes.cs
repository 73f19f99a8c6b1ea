using System.Text.Json;
using ChatSupport.Dialogs.Running;
using ChatSupport.Savings.Amounts;
using ChatSupport.Storage;
using ChatSupport.Storage.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Savings.Seats;

/// <summary>What a member wishes and saves for; hers alone, and sealed.</summary>
internal sealed record SeatWishes
{
    public const string Table = "savings_wishes";

    /// <summary>Opaque id.</summary>
    public required string Member { get; init; }

    public RemindHow Remind { get; init; } = RemindHow.Plain;

    /// <summary>She is told once a month.</summary>
    public bool Feedback { get; init; }

    /// <summary>What the open PIN shows that she saves for; null for nothing.</summary>
    public SavingsGoal? OpenGoal { get; init; }

    /// <summary>What only her second PIN shows; null for nothing.</summary>
    public SavingsGoal? OtherGoal { get; init; }

    public static SeatWishes Of(StoreSession session, FieldCipher cipher, string member) =>
        session["SELECT body FROM savings_wishes WHERE member = $1"].One(member) is byte[] body
            ? JsonSerializer.Deserialize<SeatWishes>(cipher.Open(body, PlaceOf(member)), DialogJson.Options)!
            : new SeatWishes { Member = member };

    public void Save(StoreSession session, FieldCipher cipher) =>
        session["INSERT INTO savings_wishes (member, body) VALUES ($1, $2) ON CONFLICT (member) DO UPDATE SET body = excluded.body"]
            .Run(Member, cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(this, DialogJson.Options), PlaceOf(Member)));

    public static void Drop(StoreSession session, string member) => session["DELETE FROM savings_wishes WHERE member = $1"].Run(member);

    private static FieldPlace PlaceOf(string member) => new(Table, "body", member);

    internal sealed class Mapping : IEntityTypeConfiguration<SeatWishes>
    {
        public void Configure(EntityTypeBuilder<SeatWishes> wishes)
        {
            wishes.ToTable(Table);
            wishes.HasKey(w => w.Member);
            wishes.Property(w => w.Member).HasColumnName("member");
            wishes.Ignore(w => w.Remind);
            wishes.Ignore(w => w.Feedback);
            wishes.Ignore(w => w.OpenGoal);
            wishes.Ignore(w => w.OtherGoal);
            wishes.Property<byte[]>("body").IsRequired();
        }
    }
}

/// <summary>What somebody saves for.</summary>
/// <param name="Name">In her words.</param>
/// <param name="Minor">How much, in the smallest unit.</param>
/// <param name="Currency">Of what.</param>
internal sealed record SavingsGoal(string Name, long Minor, Currency Currency)
{
    public const int LongestName = 40;

    public Money Target => new(Minor, Currency);
}

/// <summary>How she is reminded of a meeting.</summary>
internal enum RemindHow
{
    /// <summary>That there is one.</summary>
    Plain,

    /// <summary>And what she saves for.</summary>
    Goal,

    Off,
}
