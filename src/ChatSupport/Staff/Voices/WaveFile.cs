using System.Buffers.Binary;

namespace ChatSupport.Staff.Voices;

/// <summary>Reads the one kind of WAV that the console's own page makes: a head of 44 bytes, then samples of 16 bits, one voice, 48,000 a second.</summary>
internal static class WaveFile
{
    private const int Head = 44;

    /// <summary>Whether the bytes begin as a WAV file does.</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.StartsWith("RIFF"u8);

    /// <summary>Reads it.</summary>
    /// <returns>Null where it is of any other kind, or broken.</returns>
    public static Sound? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Head || bytes.Length % 2 != 0 || !IsOne(bytes) || !bytes[8..].StartsWith("WAVEfmt "u8) || !bytes[36..].StartsWith("data"u8))
            return null;
        var isOurs = Number(bytes, 4) == bytes.Length - 8
            && Number(bytes, 16) == 16 // bytes of the format
            && Half(bytes, 20) == 1 // plain samples
            && Half(bytes, 22) == 1 // one voice
            && Number(bytes, 24) == Sound.Rate
            && Number(bytes, 28) == Sound.Rate * 2
            && Half(bytes, 32) == 2
            && Half(bytes, 34) == 16
            && Number(bytes, 40) == bytes.Length - Head;
        if (!isOurs)
            return null;
        var samples = new short[(bytes.Length - Head) / 2];
        for (var at = 0; at < samples.Length; at++)
            samples[at] = BinaryPrimitives.ReadInt16LittleEndian(bytes[(Head + (at * 2))..]);
        return new Sound(samples);
    }

    private static uint Number(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static ushort Half(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
}
