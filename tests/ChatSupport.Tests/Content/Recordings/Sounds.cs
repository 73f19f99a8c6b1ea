using System.Buffers.Binary;
using ChatSupport.Staff.Voices;

namespace ChatSupport.Tests.Content.Recordings;

/// <summary>Sounds for tests, and the files that the console's page makes of them.</summary>
internal static class Sounds
{
    /// <summary>A tone that swells and fades, as a voice does.</summary>
    public static Sound Of(double seconds, int loud = 12_000) => new([.. Enumerable.Range(0, (int)(seconds * Sound.Rate))
        .Select(at => (short)(loud * Math.Sin(at * 2 * Math.PI * 220 / Sound.Rate) * Math.Abs(Math.Sin(at * Math.PI / Sound.Rate))))]);

    public static byte[] Wave(Sound sound)
    {
        var data = sound.Samples.SelectMany(sample => new[] { (byte)sample, (byte)(sample >> 8) }).ToArray();
        byte[] head =
        [
            .. "RIFF"u8, .. Four(data.Length + 36), .. "WAVEfmt "u8, .. Four(16), 1, 0, 1, 0, .. Four(Sound.Rate), .. Four(Sound.Rate * 2), 2, 0, 16, 0, .. "data"u8, .. Four(data.Length),
        ];
        return [.. head, .. data];
    }

    public static byte[] Wave(double seconds) => Wave(Of(seconds));

    private static byte[] Four(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }
}
