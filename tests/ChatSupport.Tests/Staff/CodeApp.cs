using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace ChatSupport.Tests.Staff;

/// <summary>A code app as people have it on their phones (RFC 6238), by the real clock.</summary>
/// <param name="key">The key in base 32, as the page shows it.</param>
internal sealed class CodeApp(string key)
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The code of now, or of so many steps of 30 seconds later.</summary>
    public string Code(int steps = 0) => At((DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + steps);

    /// <summary>Six digits that are no code for a while before and after now.</summary>
    public string WrongCode() => Enumerable.Range(0, 20).Select(n => n.ToString("D6", CultureInfo.InvariantCulture))
        .First(code => !Enumerable.Range(-6, 13).Select(Code).Contains(code));

    public string At(long step)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // code apps know no other
        var hash = HMACSHA1.HashData(Bytes(), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15, 4)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private byte[] Bytes()
    {
        var bytes = new List<byte>();
        var (rest, bits) = (0, 0);
        foreach (var letter in key.Trim())
        {
            (rest, bits) = ((rest << 5) | Letters.IndexOf(letter, StringComparison.Ordinal), bits + 5);
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(rest >> bits));
            rest &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}
