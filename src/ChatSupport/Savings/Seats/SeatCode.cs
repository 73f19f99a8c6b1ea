using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatSupport.Storage.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatSupport.Savings.Seats;

/// <summary>A code of twelve digits that staff gave a member in person. It works once, for a short time; only its keyed hash is kept.</summary>
internal sealed record SeatCode
{
    public const string Table = "savings_seat_codes";

    private const int Digits = 12;

    /// <summary>Keyed hash of the digits.</summary>
    public required string Hash { get; init; }

    /// <summary>Opaque id of the member.</summary>
    public required string Member { get; init; }

    /// <summary>What it does.</summary>
    public required SeatCodeFor For { get; init; }

    public required DateTimeOffset Until { get; init; }

    /// <summary>A new code as it is shown: <c>0482 7716 3905</c>.</summary>
    public static string Draw()
    {
        var digits = RandomNumberGenerator.GetString("0123456789", Digits);
        return string.Create(CultureInfo.InvariantCulture, $"{digits[..4]} {digits[4..8]} {digits[8..]}");
    }

    /// <summary>The digits in what somebody typed, in Khmer or other digits; null where it is no such code.</summary>
    public static string? Read(string? typed)
    {
        if (typed is not { Length: <= 60 })
            return null;
        var digits = string.Concat(Dialogs.Khmer.Digits.ToArabic(typed).Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '.' or '\u200B')));
        return digits.Length == Digits && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    /// <summary>What is kept of the digits.</summary>
    public static string HashOf(KeyRing keys, string digits) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(keys.LookupKey, Encoding.ASCII.GetBytes($"savings seat code\n{digits}")));

    internal sealed class Mapping : IEntityTypeConfiguration<SeatCode>
    {
        public void Configure(EntityTypeBuilder<SeatCode> code)
        {
            code.ToTable(Table);
            code.HasKey(c => c.Hash);
            code.Property(c => c.Hash).HasColumnName("hash");
            code.Property(c => c.Member).HasColumnName("member");
            code.Property(c => c.For).HasColumnName("what").HasConversion<string>().HasMaxLength(20);
            code.Property(c => c.Until).HasColumnName("until");
            code.HasIndex(c => c.Member).IsUnique(); // a newer one ends the one before
        }
    }
}

/// <summary>What a code of the staff does.</summary>
internal enum SeatCodeFor
{
    /// <summary>Links the conversation in which it is typed to the membership.</summary>
    Link,

    /// <summary>Takes her PINs away, so that she chooses a new one. Two of the staff.</summary>
    Reset,

    /// <summary>Lets her choose a second PIN, which shows her other pocket as well.</summary>
    Second,
}
