using System.Buffers.Text;

namespace ChatSupport.Benchmarks.Peers;

/// <summary>One whole HTTP/1.1 message in a buffer: as little as the measuring needs, so that it takes little from what it measures.</summary>
/// <param name="Length">How many bytes of the buffer it took.</param>
/// <param name="Head">Its first line and headers.</param>
/// <param name="Body">Its body, out of its chunks.</param>
internal readonly ref struct HttpFrame(int Length, ReadOnlySpan<byte> Head, ReadOnlySpan<byte> Body)
{
    public int Length { get; } = Length;

    public ReadOnlySpan<byte> Head { get; } = Head;

    public ReadOnlySpan<byte> Body { get; } = Body;

    /// <summary>The status of an answer.</summary>
    public int Status => Utf8Parser.TryParse(Head["HTTP/1.1 ".Length..], out int status, out _) ? status : 0;

    /// <summary>The sender closes after it.</summary>
    public bool Closes => Header(Head, "connection:"u8).StartsWith("close"u8);

    /// <summary>The last part of a request's path.</summary>
    public ReadOnlySpan<byte> LastOfPath
    {
        get
        {
            var line = Head[..Head.IndexOf("\r\n"u8)];
            var target = line[(line.IndexOf((byte)' ') + 1)..line.LastIndexOf((byte)' ')];
            return target[(target.LastIndexOf((byte)'/') + 1)..];
        }
    }

    /// <summary>Reads the message at the start of the buffer. Chunks are joined in place.</summary>
    /// <returns>False where it is not whole yet.</returns>
    public static bool TryRead(Span<byte> buffer, out HttpFrame frame)
    {
        frame = default;
        var end = buffer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return false;
        var head = buffer[..(end + 2)];
        var rest = buffer[(end + 4)..];
        if (Header(head, "transfer-encoding:"u8).StartsWith("chunked"u8))
            return TryJoin(head, rest, end + 4, out frame);
        var length = Utf8Parser.TryParse(Header(head, "content-length:"u8), out int said, out _) ? said : 0;
        if (rest.Length < length)
            return false;
        frame = new HttpFrame(end + 4 + length, head, rest[..length]);
        return true;
    }

    private static bool TryJoin(ReadOnlySpan<byte> head, Span<byte> rest, int before, out HttpFrame frame)
    {
        frame = default;
        var at = 0;
        if (!IsWhole(rest))
            return false;
        var joined = 0;
        while (Utf8Parser.TryParse(rest[at..], out int length, out var digits, 'x'))
        {
            var from = at + digits + rest[(at + digits)..].IndexOf("\r\n"u8) + 2;
            rest.Slice(from, length).CopyTo(rest[joined..]);
            (joined, at) = (joined + length, from + length + 2);
            if (length == 0)
                break;
        }
        frame = new HttpFrame(before + at, head, rest[..joined]);
        return true;
    }

    private static bool IsWhole(ReadOnlySpan<byte> rest)
    {
        for (var at = 0; at < rest.Length;)
        {
            var line = rest[at..].IndexOf("\r\n"u8);
            if (line < 0 || !Utf8Parser.TryParse(rest[at..], out int length, out _, 'x'))
                return false;
            at += line + 2 + length + 2;
            if (length == 0)
                return at <= rest.Length;
        }
        return false;
    }

    private static ReadOnlySpan<byte> Header(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        while (head.Length > 0)
        {
            var end = head.IndexOf("\r\n"u8);
            var line = head[..end];
            if (line.Length > name.Length && System.Text.Ascii.EqualsIgnoreCase(line[..name.Length], name))
                return line[name.Length..].TrimStart((byte)' ');
            head = head[(end + 2)..];
        }
        return [];
    }
}
