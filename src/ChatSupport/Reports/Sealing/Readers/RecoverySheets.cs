using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using ChatSupport.Reports.Sealing.Age;

namespace ChatSupport.Reports.Sealing.Readers;

/// <summary>A recovery key on three sheets of paper, <c>RECOVERY-SHEET-1…</c>: any two give the key, one alone tells nothing about it.</summary>
/// <remarks>For each two of the holders the key is split anew: one gets random bytes, the other these bytes XOR the key. A sheet holds its holder's two
/// parts, lower partner first, behind a version, the holder's number and the beginning of a hash of the public key.</remarks>
internal static class RecoverySheets
{
    /// <summary>How many there are.</summary>
    public const int Holders = 3;

    private const string Prefix = "recovery-sheet-";
    private const byte Version = 1;
    private const int Check = 8;
    private const int Part = AgeRecipient.Size;
    private const int Size = 2 + Check + (2 * Part);

    /// <summary>How many characters a sheet has as text.</summary>
    public static readonly int Characters = Bech32.Length(Prefix, Size);

    /// <summary>Splits a key.</summary>
    /// <returns>A sheet for each holder. The caller wipes them.</returns>
    public static IReadOnlyList<char[]> Split(AgeIdentity key)
    {
        var secret = key.ToBytes();
        var sheets = Enumerable.Range(1, Holders).Select(_ => new byte[Size]).ToList();
        for (var holder = 1; holder <= Holders; holder++)
        {
            sheets[holder - 1][0] = Version;
            sheets[holder - 1][1] = (byte)holder;
            CheckOf(key.Recipient).CopyTo(sheets[holder - 1].AsSpan(2));
            for (var other = holder + 1; other <= Holders; other++)
            {
                var mine = PartFor(sheets[holder - 1], holder, other);
                RandomNumberGenerator.Fill(mine);
                Xor(mine, secret, PartFor(sheets[other - 1], other, holder));
            }
        }
        CryptographicOperations.ZeroMemory(secret);
        return [.. sheets.Select(Text)];
    }

    /// <summary>Puts two sheets together.</summary>
    /// <param name="one">A sheet, without blanks.</param>
    /// <param name="other">Another sheet of the same key.</param>
    /// <param name="key">The key.</param>
    /// <param name="wrong">Why there is none, a sentence with what to do.</param>
    public static bool TryJoin(ReadOnlySpan<char> one, ReadOnlySpan<char> other, [NotNullWhen(true)] out AgeIdentity? key, out string wrong)
    {
        key = null;
        var sheets = (One: Read(one), Other: Read(other));
        wrong = (sheets.One, sheets.Other) switch
        {
            (null, _) => "The first sheet has a slip or is none. Type it again, letter by letter; blanks do not matter.",
            (_, null) => "The second sheet has a slip or is none. Type it again, letter by letter; blanks do not matter.",
            var (a, b) when !a.AsSpan(2, Check).SequenceEqual(b.AsSpan(2, Check)) => "The two sheets belong to different recovery keys. Take two sheets with the same public key.",
            var (a, b) when a[1] == b[1] => $"Both are sheet {a[1]}. The sheets of two different holders are needed.",
            _ => "",
        };
        if (wrong.Length == 0)
        {
            key = Join(sheets.One!, sheets.Other!);
            if (!CheckOf(key.Recipient).SequenceEqual(sheets.One.AsSpan(2, Check)))
            {
                key.Dispose();
                (key, wrong) = (null, "The two sheets do not give their key: one of them was written down for another split. Try the third sheet.");
            }
        }
        CryptographicOperations.ZeroMemory(sheets.One);
        CryptographicOperations.ZeroMemory(sheets.Other);
        return key is not null;
    }

    private static AgeIdentity Join(byte[] one, byte[] other)
    {
        var secret = new byte[Part];
        Xor(PartFor(one, one[1], other[1]), PartFor(other, other[1], one[1]), secret);
        try
        {
            return AgeIdentity.Of(secret);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    private static byte[]? Read(ReadOnlySpan<char> text)
    {
        if (!Bech32.TryRead(Prefix, text, out var sheet))
            return null;
        if (sheet.Length == Size && sheet[0] == Version && sheet[1] is >= 1 and <= Holders)
            return sheet;
        CryptographicOperations.ZeroMemory(sheet);
        return null;
    }

    private static char[] Text(byte[] sheet)
    {
        var text = new char[Bech32.Length(Prefix, sheet.Length)];
        Bech32.Write(Prefix, sheet, text, capitals: true);
        CryptographicOperations.ZeroMemory(sheet);
        return text;
    }

    /// <summary>The lower partner's part stands first.</summary>
    private static Span<byte> PartFor(byte[] sheet, int holder, int other)
    {
        var isLower = Enumerable.Range(1, Holders).First(number => number != holder) == other;
        return sheet.AsSpan(2 + Check + (isLower ? 0 : Part), Part);
    }

    private static void Xor(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, Span<byte> target)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = (byte)(one[i] ^ other[i]);
    }

    private static byte[] CheckOf(AgeRecipient recipient) => SHA256.HashData(recipient.Bytes)[..Check];
}
