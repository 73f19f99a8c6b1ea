using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ChatSupport.Reports.Sealing.Age;

/// <summary>The text at the beginning of an age file: who can open it, and a proof that it was not changed.</summary>
internal sealed class AgeHeader
{
    /// <summary>Bytes of the longest header that is read. The format knows no limit; 600 recipients fit.</summary>
    public const int Longest = 64 * 1024;

    private const int Columns = 64;
    private const int MacSize = 32;

    private AgeHeader(IReadOnlyList<Stanza> stanzas, byte[] mac, int proven, int length) => (Stanzas, Mac, Proven, Length) = (stanzas, mac, proven, length);

    /// <summary>At least one.</summary>
    public IReadOnlyList<Stanza> Stanzas { get; }

    /// <summary>The proof.</summary>
    public byte[] Mac { get; }

    /// <summary>How many bytes from the beginning the proof is over.</summary>
    public int Proven { get; }

    /// <summary>How many bytes it has; the nonce of the payload follows.</summary>
    public int Length { get; }

    /// <summary>Writes a header.</summary>
    /// <param name="stanzas">The recipients' parts.</param>
    /// <param name="prove">Makes the proof.</param>
    public static byte[] Write(IEnumerable<Stanza> stanzas, Func<byte[], byte[]> prove)
    {
        var text = new StringBuilder("age-encryption.org/v1\n");
        foreach (var stanza in stanzas)
        {
            text.Append("-> ").AppendJoin(' ', stanza.Arguments).Append('\n');
            var body = RawBase64.Write(stanza.Body);
            for (var at = 0; at <= body.Length; at += Columns) // <=: a body of whole lines ends with an empty one
                text.Append(body.AsSpan(at, Math.Min(Columns, body.Length - at))).Append('\n');
        }
        text.Append("---");
        var mac = prove(Encoding.ASCII.GetBytes(text.ToString()));
        return Encoding.ASCII.GetBytes(text.Append(' ').Append(RawBase64.Write(mac)).Append('\n').ToString());
    }

    /// <summary>Reads a header, strictly.</summary>
    /// <param name="bytes">The beginning of a file, with the whole header in it.</param>
    /// <param name="header">The header; its proof is still to be looked at.</param>
    public static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out AgeHeader? header)
    {
        header = null;
        var lines = new Lines(bytes);
        if (!lines.Next(out var line) || !line.SequenceEqual("age-encryption.org/v1"u8))
            return false;
        var stanzas = new List<Stanza>();
        while (lines.Next(out line) && line.StartsWith("-> "u8))
        {
            if (!TryArguments(line[3..], out var arguments) || !TryBody(ref lines, out var body))
                return false;
            stanzas.Add(new Stanza(arguments, body));
        }
        if (stanzas.Count == 0 || !line.StartsWith("--- "u8) || !RawBase64.TryRead(line[4..], out var mac) || mac.Length != MacSize)
            return false;
        header = new AgeHeader(stanzas, mac, lines.Read - 1 - line.Length + 3, lines.Read);
        return true;
    }

    private static bool TryArguments(ReadOnlySpan<byte> line, [NotNullWhen(true)] out IReadOnlyList<string>? arguments)
    {
        arguments = null;
        if (line.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
            return false;
        var parts = Encoding.ASCII.GetString(line).Split(' ');
        if (parts.Any(part => part.Length == 0))
            return false;
        arguments = parts;
        return true;
    }

    /// <summary>Full lines, then a shorter one, which may be empty.</summary>
    private static bool TryBody(ref Lines lines, [NotNullWhen(true)] out byte[]? body)
    {
        body = null;
        var text = new List<byte>();
        do
        {
            if (!lines.Next(out var line) || line.Length > Columns)
                return false;
            text.AddRange(line);
            if (line.Length < Columns)
                return RawBase64.TryRead([.. text], out body);
        }
        while (true);
    }

    private ref struct Lines(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> bytes = bytes;

        /// <summary>How many bytes the lines so far have.</summary>
        public int Read { get; private set; }

        /// <summary>The next line without its end; false, and an empty line, where no whole one follows.</summary>
        public bool Next(out ReadOnlySpan<byte> line)
        {
            var rest = bytes[Read..];
            var end = rest.IndexOf((byte)'\n');
            line = end < 0 ? default : rest[..end];
            Read += end + 1;
            return end >= 0;
        }
    }
}
