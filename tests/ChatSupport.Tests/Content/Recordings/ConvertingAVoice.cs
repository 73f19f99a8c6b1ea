using System.Buffers.Binary;
using System.Diagnostics;
using ChatSupport.Staff.Voices;
using CsCheck;

namespace ChatSupport.Tests.Content.Recordings;

public sealed class ConvertingAVoice : IDisposable
{
    private readonly VoiceConversion conversion = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => conversion.Dispose();

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(1.234, 1)]
    [InlineData(6.8, 7)]
    public async Task A_wave_becomes_one_channel_of_Opus_as_long_as_it_was(double seconds, int rounded)
    {
        var made = await Made(Sounds.Wave(seconds));
        var heard = OpusVoice.Read(made.Bytes)!;

        Assert.Equal(rounded, made.Seconds);
        Assert.Equal((int)(seconds * Sound.Rate), heard.Samples.Length);
        Assert.True(made.Bytes.AsSpan().StartsWith("OggS"u8));
        Assert.Equal([.. "OpusHead"u8, 1, 1], made.Bytes[28..38]); // version 1, one channel
        Assert.InRange(made.Bytes.Length, 500, 500 + (int)(seconds * 6000));
        Assert.DoesNotContain("RIFF", System.Text.Encoding.Latin1.GetString(made.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_sound_gives_the_same_bytes() => Assert.Equal((await Made(Sounds.Wave(2))).Bytes, (await Made(Sounds.Wave(2))).Bytes);

    [Fact]
    public async Task A_quiet_voice_is_lifted_and_is_the_voice_that_was_there()
    {
        var loud = OpusVoice.Read((await Made(Sounds.Wave(Sounds.Of(2, loud: 3000)))).Bytes)!;
        var sent = Sounds.Of(2, loud: 3000).Samples;

        Assert.InRange(loud.Samples.Max(), (short)20_000, short.MaxValue);
        var alike = Enumerable.Range(-24, 49).Max(lag => Alike(loud.Samples[(24 + lag)..^24], sent[24..])); // within half a millisecond
        Assert.InRange(alike, 0.95, 1);
    }

    [Fact]
    public async Task Ogg_with_Opus_is_made_anew()
    {
        var first = await Made(Sounds.Wave(3));
        var again = await Made(first.Bytes);

        Assert.Equal(3, again.Seconds);
        Assert.Equal(first.Bytes[28..38], again.Bytes[28..38]);
    }

    [Fact]
    public async Task A_minute_is_taken_within_seconds_and_more_is_refused()
    {
        var clock = Stopwatch.StartNew();
        var made = await Made(Sounds.Wave(60));
        TestContext.Current.SendDiagnosticMessage($"A minute was converted in {clock.ElapsedMilliseconds} ms to {made.Bytes.Length} bytes");

        Assert.Equal(60, made.Seconds);
        Assert.InRange(made.Bytes.Length, 1, 300_000);
        Assert.Contains("longer than 60 seconds", await Refused(Sounds.Wave(61.5)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_says_nothing_is_refused()
    {
        Assert.Contains("shorter than half a second", await Refused(Sounds.Wave(0.3)), StringComparison.Ordinal);
        Assert.Contains("Nothing can be heard", await Refused(Sounds.Wave(new Sound(new short[Sound.Rate * 2]))), StringComparison.Ordinal);
        Assert.Contains("Nothing can be heard", await Refused(Sounds.Wave(Sounds.Of(2, loud: 100))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4)] // its length
    [InlineData(8)] // what it is
    [InlineData(16)] // the length of the format
    [InlineData(20)] // plain samples
    [InlineData(22)] // voices
    [InlineData(24)] // samples a second
    [InlineData(34)] // bits of a sample
    [InlineData(40)] // the length of the samples
    public async Task A_wave_of_another_kind_is_refused(int at)
    {
        var wave = Sounds.Wave(1);
        wave[at]++;

        Assert.Contains("no sound that can be taken", await Refused(wave), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("RIFF")]
    [InlineData("OggS")]
    [InlineData("ID3 an mp3")]
    [InlineData("<svg onload=alert(1)>")]
    [InlineData("PK\u0003\u0004")]
    public async Task What_is_no_sound_is_refused(string text) => Assert.Contains("no sound that can be taken", await Refused(System.Text.Encoding.Latin1.GetBytes(text)), StringComparison.Ordinal);

    [Fact]
    public void Any_hundred_thousand_waves_are_read_or_refused()
    {
        var wave = Sounds.Wave(0.01);
        Gen.Select(Gen.Byte.Array[0, 120], Gen.Int[0, 60], Gen.Bool).Sample((bytes, keep, isCut) =>
        {
            byte[] file = isCut ? [.. wave.AsSpan(0, keep), .. bytes] : [.. bytes.Take(keep).Select((one, at) => at % 7 == 0 ? one : wave[at]), .. wave.AsSpan(keep)];
            var read = WaveFile.Read(file);
            return read is null || (read.Samples.Length * 2 == file.Length - 44 && file.AsSpan(0, 44).SequenceEqual(Sounds.Wave(read).AsSpan(0, 44)));
        }, iter: 100_000);
    }

    [Fact]
    public void Any_twenty_thousand_broken_files_of_Opus_are_read_or_refused()
    {
        var good = OpusVoice.Write(Sounds.Of(0.6));
        var reads = 0;
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte, Gen.Int[0, 4], Gen.Int[0, 3]).Sample((at, value, again, how) =>
        {
            byte[] file = how switch { 0 => good[..at], 1 => [.. good[..at], value, .. good[at..]], _ => [.. good] };
            for (var more = 0; how > 1 && more <= again; more++)
                file[(at + (more * 31)) % file.Length] = (byte)(value + more);
            if (how == 3)
                Seal(file);
            if (OpusVoice.Read(file) is { } sound)
            {
                Interlocked.Increment(ref reads);
                return sound.Samples.Length <= Sound.MostSamples * 2;
            }
            return true;
        }, iter: 20_000);
        Assert.InRange(reads, 100, 20_000); // with their sums put right many are read, so the decoder was met
    }

    [Fact]
    public void Packets_that_say_little_and_last_long_are_not_read_to_their_end()
    {
        var packets = Enumerable.Repeat((byte[])[0xFB, 0x06], 200_000).ToList(); // six frames of 20 ms each, empty
        using var file = new MemoryStream();
        var good = OpusVoice.Write(Sounds.Of(0.5));
        file.Write(good.AsSpan(0, 47)); // the head
        OggPages.Write(file, 1, 0, 0, [[.. "OpusTags"u8, .. new byte[8]]]);
        for (var at = 0; at < packets.Count; at += 200)
            OggPages.Write(file, 2 + (at / 200), 0, 1L << 40, packets[at..(at + 200)]);
        var clock = Stopwatch.StartNew();

        var read = OpusVoice.Read(file.ToArray());

        Assert.NotNull(read?.Refusal);
        Assert.InRange(read.Samples.Length, Sound.MostSamples, Sound.MostSamples * 2);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    /// <summary>Puts the sums of all pages right, as somebody would who builds such a file by hand.</summary>
    private static void Seal(byte[] file)
    {
        for (var at = 0; at + 27 < file.Length && file.AsSpan(at).StartsWith("OggS"u8);)
        {
            var length = 27 + file[at + 26];
            if (at + length > file.Length)
                return;
            length += file.AsSpan(at + 27, file[at + 26]).ToArray().Sum(piece => piece);
            if (at + length > file.Length)
                return;
            var page = file.AsSpan(at, length);
            page.Slice(22, 4).Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(page[22..], Sum(page));
            at += length;
        }
    }

    private static uint Sum(ReadOnlySpan<byte> page)
    {
        var sum = 0u;
        foreach (var one in page)
        {
            sum ^= (uint)one << 24;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum << 1) ^ (sum >> 31 == 1 ? 0x04c11db7u : 0);
        }
        return sum;
    }

    private static double Alike(short[] some, short[] others) => some.Zip(others, (one, other) => (double)one * other).Sum()
        / Math.Sqrt(some.Sum(one => (double)one * one) * others.Sum(other => (double)other * other));

    private async Task<Voice.Made> Made(byte[] sent) => Assert.IsType<Voice.Made>(await conversion.Convert(sent, Cancel));

    private async Task<string> Refused(byte[] sent) => Assert.IsType<Voice.Refused>(await conversion.Convert(sent, Cancel)).Why;
}
