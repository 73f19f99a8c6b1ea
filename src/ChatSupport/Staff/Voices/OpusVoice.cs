using System.Buffers.Binary;
using Concentus;
using Concentus.Enums;

namespace ChatSupport.Staff.Voices;

/// <summary>A voice as phones and Telegram take it: Ogg with Opus, one channel, about 24 kbit a second. The same sound always gives the same bytes.</summary>
internal static class OpusVoice
{
    private const int Frame = Sound.Rate / 50; // 20 ms
    private const int LongestFrame = Frame * 6;
    private const int LongestPacket = 1275;
    private const int FramesInPage = 40;
    private const int HeadLength = 19;
    private const int BitsPerSecond = 24_000;

    static OpusVoice() => OpusCodecFactory.AttemptToUseNativeLibrary = false; // whatever library lies on the machine is not ours

    /// <summary>Writes a sound.</summary>
    public static byte[] Write(Sound sound)
    {
        var encoder = OpusCodecFactory.CreateEncoder(Sound.Rate, 1, OpusApplication.OPUS_APPLICATION_VOIP);
        encoder.Bitrate = BitsPerSecond;
        encoder.SignalType = OpusSignal.OPUS_SIGNAL_VOICE;
        var skip = encoder.Lookahead; // what the decoder says before the first sample
        var frames = (sound.Samples.Length + skip + Frame - 1) / Frame;
        short[] padded = [.. sound.Samples, .. new short[(frames * Frame) - sound.Samples.Length]];
        using var file = new MemoryStream();
        OggPages.Write(file, 0, OggPages.First, 0, [HeadOf(skip)]);
        OggPages.Write(file, 1, 0, 0, [[.. "OpusTags"u8, 11, 0, 0, 0, .. "ChatSupport"u8, 0, 0, 0, 0]]);
        var buffer = new byte[LongestPacket];
        for (var (at, number) = (0, 2); at < frames; number++)
        {
            var packets = new List<byte[]>(FramesInPage);
            for (; packets.Count < FramesInPage && at < frames; at++)
                packets.Add(buffer[..encoder.Encode(padded.AsSpan(at * Frame, Frame), Frame, buffer, buffer.Length)]);
            var isLast = at == frames;
            OggPages.Write(file, number, isLast ? OggPages.Last : (byte)0, isLast ? skip + sound.Samples.Length : (long)at * Frame, packets);
        }
        return file.ToArray();
    }

    /// <summary>Reads a sound; of two channels it makes one.</summary>
    /// <returns>Null where it is of another kind, or broken. One that is too long is read no further than <see cref="Sound.MostSamples"/> and a little.</returns>
    public static Sound? Read(ReadOnlySpan<byte> bytes)
    {
        if (OggPages.Read(bytes) is not ({ Count: > 2 } packets, var end) || !IsHead(packets[0]) || !packets[1].AsSpan().StartsWith("OpusTags"u8))
            return null;
        var skip = BinaryPrimitives.ReadUInt16LittleEndian(packets[0].AsSpan(10));
        var samples = new List<short>();
        try
        {
            var decoder = OpusCodecFactory.CreateDecoder(Sound.Rate, 1);
            var frame = new short[LongestFrame];
            foreach (var packet in packets.Skip(2))
            {
                samples.AddRange(frame.AsSpan(0, decoder.Decode(packet, frame, LongestFrame, false)));
                if (samples.Count > Sound.MostSamples + skip)
                    break;
            }
        }
        catch (Exception e) when (e is OpusException or ArgumentException or IndexOutOfRangeException or ArithmeticException or NullReferenceException or InvalidOperationException)
        {
            return null; // the decoder takes the word of a packet for much
        }
        var length = (int)Math.Min(samples.Count, Math.Max(0, end)) - skip;
        return length < 0 ? null : new Sound([.. samples.Skip(skip).Take(length)]);
    }

    private static byte[] HeadOf(int skip)
    {
        byte[] head = [.. "OpusHead"u8, 1, 1, .. new byte[9]];
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(10), (ushort)skip);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(12), Sound.Rate);
        return head;
    }

    /// <summary>Version 1, one or two channels, and no table of channels.</summary>
    private static bool IsHead(byte[] packet) => packet.Length == HeadLength && packet.AsSpan().StartsWith("OpusHead"u8) && packet is [_, _, _, _, _, _, _, _, 1, 1 or 2, .., 0];
}
