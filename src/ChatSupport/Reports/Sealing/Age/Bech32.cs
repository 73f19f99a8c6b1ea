using System.Diagnostics.CodeAnalysis;

namespace ChatSupport.Reports.Sealing.Age;

/// <summary>Bech32 after BIP 173, without its limit of length: bytes as letters and digits that can be copied by hand, with a checksum and a word in
/// front that says what they are.</summary>
internal static class Bech32
{
    private const string Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private const int Checksum = 6;

    /// <summary>How many characters bytes become.</summary>
    public static int Length(string prefix, int bytes) => prefix.Length + 1 + (((bytes * 8) + 4) / 5) + Checksum;

    /// <summary>Writes bytes in small letters. Secrets are written with <see cref="Write(string, ReadOnlySpan{byte}, Span{char}, bool)"/>, where the caller can wipe them.</summary>
    public static string Write(string prefix, ReadOnlySpan<byte> bytes)
    {
        var text = new char[Length(prefix, bytes.Length)];
        Write(prefix, bytes, text, capitals: false);
        return new string(text);
    }

    /// <summary>Writes bytes.</summary>
    /// <param name="prefix">What they are, in small letters.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="text">Takes the characters; as long as <see cref="Length"/> says.</param>
    /// <param name="capitals">Writes capital letters.</param>
    public static void Write(string prefix, ReadOnlySpan<byte> bytes, Span<char> text, bool capitals)
    {
        prefix.CopyTo(text);
        text[prefix.Length] = '1';
        var data = text[(prefix.Length + 1)..^Checksum];
        var sum = Begin(prefix);
        for (var at = 0; at < data.Length; at++)
        {
            var five = FiveBits(bytes, at);
            data[at] = Alphabet[five];
            sum = Add(sum, five);
        }
        for (var i = 0; i < Checksum; i++)
            sum = Add(sum, 0);
        sum ^= 1;
        for (var i = 0; i < Checksum; i++)
            text[^(Checksum - i)] = Alphabet[(int)(sum >> (5 * (5 - i))) & 31];
        if (!capitals)
            return;
        foreach (ref var c in text)
            c = char.ToUpperInvariant(c);
    }

    /// <summary>Reads what <c>Write</c> wrote, all in small or all in capital letters.</summary>
    /// <param name="prefix">What it must be, in small letters.</param>
    /// <param name="text">The characters.</param>
    /// <param name="bytes">The bytes; a secret's are to be wiped.</param>
    /// <returns>False where it is something else, has a slip, or is not the one way of writing its bytes.</returns>
    public static bool TryRead(string prefix, ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (text.Length < prefix.Length + 1 + Checksum || text[prefix.Length] != '1')
            return false;
        var capitals = text.ContainsAnyInRange('A', 'Z');
        if (capitals && text.ContainsAnyInRange('a', 'z'))
            return false;
        if (!text[..prefix.Length].Equals(prefix, capitals ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
            return false;
        var data = text[(prefix.Length + 1)..];
        var sum = Begin(prefix);
        foreach (var c in data)
        {
            if (Value(c) is not (>= 0 and var five))
                return false;
            sum = Add(sum, five);
        }
        return sum == 1 && TryJoin(data[..^Checksum], out bytes);
    }

    private static bool TryJoin(ReadOnlySpan<char> data, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = new byte[data.Length * 5 / 8];
        var (bits, held, at) = (0, 0, 0);
        foreach (var c in data)
        {
            (bits, held) = (((bits << 5) | Value(c)) & 0xFFF, held + 5);
            if (held < 8)
                continue;
            held -= 8;
            bytes[at++] = (byte)(bits >> held);
        }
        if (held < 5 && (bits & ((1 << held) - 1)) == 0)
            return true;
        bytes = null; // left-over bits: another way of writing the same bytes
        return false;
    }

    private static int FiveBits(ReadOnlySpan<byte> bytes, int at)
    {
        var (first, shift) = (at * 5 / 8, at * 5 % 8);
        var two = (bytes[first] << 8) | (first + 1 < bytes.Length ? bytes[first + 1] : 0);
        return (two >> (11 - shift)) & 31;
    }

    private static int Value(char c) => Alphabet.IndexOf(char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c, StringComparison.Ordinal);

    private static uint Begin(string prefix)
    {
        var sum = 1u;
        foreach (var c in prefix)
            sum = Add(sum, c >> 5);
        sum = Add(sum, 0);
        foreach (var c in prefix)
            sum = Add(sum, c & 31);
        return sum;
    }

    private static uint Add(uint sum, int five)
    {
        var top = sum >> 25;
        sum = ((sum & 0x1FFFFFF) << 5) ^ (uint)five;
        if ((top & 1) != 0) sum ^= 0x3B6A57B2;
        if ((top & 2) != 0) sum ^= 0x26508E6D;
        if ((top & 4) != 0) sum ^= 0x1EA119FA;
        if ((top & 8) != 0) sum ^= 0x3D4233DD;
        if ((top & 16) != 0) sum ^= 0x2A1462B3;
        return sum;
    }
}
