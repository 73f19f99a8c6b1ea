namespace ChatSupport.Staff.Voices;

/// <summary>Makes of what somebody sent the bytes that workers get. All of it is decoded and encoded anew, so that nothing of the file itself reaches a phone.</summary>
internal sealed class VoiceConversion : IDisposable
{
    /// <summary>The most bytes that are taken: a minute of samples, a little more, and a head.</summary>
    public const int MostBytes = (Sound.MostSamples * 2) + 1024;

    private readonly SemaphoreSlim places = new(Math.Max(1, Environment.ProcessorCount / 2)); // the rest belongs to the workers

    /// <summary>Reads what is sent, no further than it may be long.</summary>
    /// <returns>Null where it is longer.</returns>
    public static async Task<byte[]?> Take(Stream body, CancellationToken cancel)
    {
        var taken = new byte[64 * 1024];
        for (var length = 0; ;)
        {
            var read = await body.ReadAsync(taken.AsMemory(length), cancel);
            length += read;
            if (read == 0)
                return taken[..length];
            if (length > MostBytes)
                return null;
            if (length == taken.Length)
                Array.Resize(ref taken, Math.Min(length * 2, MostBytes + 1));
        }
    }

    /// <summary>Converts, when a place is free.</summary>
    /// <param name="sent">WAV as the console's page makes it, or Ogg with Opus.</param>
    /// <param name="cancel">Gives up waiting.</param>
    public async Task<Voice> Convert(byte[] sent, CancellationToken cancel)
    {
        await places.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => Make(sent), cancel);
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    private static Voice Make(byte[] sent)
    {
        var sound = WaveFile.IsOne(sent) ? WaveFile.Read(sent) : OggPages.IsOne(sent) ? OpusVoice.Read(sent) : null;
        if (sound is null)
            return new Voice.Refused("This is no sound that can be taken: WAV with one voice, 48,000 samples of 16 bits a second, or Ogg with Opus. Upload it on the page of the dialog, which converts other kinds.");
        return sound.Refusal is { } why ? new Voice.Refused(why) : new Voice.Made(OpusVoice.Write(sound.Levelled()), sound.Seconds);
    }
}

/// <summary>What became of a sound.</summary>
internal abstract record Voice
{
    /// <summary>It can go to workers.</summary>
    /// <param name="Bytes">Ogg with Opus.</param>
    /// <param name="Seconds">How long it takes.</param>
    internal sealed record Made(byte[] Bytes, int Seconds) : Voice;

    /// <summary>It cannot.</summary>
    /// <param name="Why">What stands against it and what to do.</param>
    internal sealed record Refused(string Why) : Voice;
}
