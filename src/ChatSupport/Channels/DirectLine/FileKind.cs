namespace ChatSupport.Channels.DirectLine;

/// <summary>Says what a file is, by its bytes: what it is called does not count. Only pictures and recordings are known, none of a kind that can hold a script.</summary>
internal static class FileKind
{
    /// <summary>Its type; null where it is no picture and no recording.</summary>
    /// <param name="bytes">Its beginning, at least 16 bytes where it has as many.</param>
    /// <param name="declared">What the client calls it: tells sound from film where both use one wrapping.</param>
    public static string? Of(ReadOnlySpan<byte> bytes, string? declared)
    {
        var isSound = declared?.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) ?? false;
        return bytes switch
        {
            [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => "image/gif",
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => "audio/wav",
            [(byte)'#', (byte)'!', (byte)'A', (byte)'M', (byte)'R', ..] => "audio/amr",
            [(byte)'I', (byte)'D', (byte)'3', ..] => "audio/mpeg",
            [0xFF, 0xF1 or 0xF9, ..] => "audio/aac",
            [0xFF, 0xFB or 0xF3 or 0xF2, ..] => "audio/mpeg",
            [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] when isSound => "audio/ogg",
            [0x1A, 0x45, 0xDF, 0xA3, ..] when isSound => "audio/webm",
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h', (byte)'e', (byte)'i', (byte)'c' or (byte)'x', ..] => "image/heic",
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] when isSound => "audio/mp4",
            _ => null,
        };
    }
}
