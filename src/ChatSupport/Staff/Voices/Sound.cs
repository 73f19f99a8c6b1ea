namespace ChatSupport.Staff.Voices;

/// <summary>One voice, 48,000 samples a second.</summary>
/// <param name="Samples">The samples.</param>
internal sealed record Sound(short[] Samples)
{
    /// <summary>Samples a second.</summary>
    public const int Rate = 48_000;

    /// <summary>How long a recording may be, in seconds.</summary>
    public const int Longest = 60;

    /// <summary>The most samples that are looked into: what a recorder adds when it stops at the minute has room.</summary>
    public const int MostSamples = (Longest + 1) * Rate;

    private const int Shortest = Rate / 2;
    private const int Quietest = 200; // of 32,767: what a closed microphone hums
    private const int Full = 29_000; // a little below the loudest, which cheap loudspeakers distort
    private const double MostGain = 8;

    /// <summary>How long it takes, in whole seconds, at least one.</summary>
    public int Seconds => Math.Max(1, (Samples.Length + (Rate / 2)) / Rate);

    /// <summary>What stands against giving it to workers, and what to do; null for nothing.</summary>
    public string? Refusal => Samples switch
    {
        { Length: > MostSamples } => $"The sound takes longer than {Longest} seconds. Make it shorter: she listens in a noisy place, and not for long.",
        { Length: < Shortest } => "The sound is shorter than half a second. Record it again, and stop after the last word.",
        _ when Peak < Quietest => "Nothing can be heard in it. Look whether the right microphone is chosen and not muted, then record it again.",
        _ => null,
    };

    private int Peak => Samples.Length == 0 ? 0 : Samples.Max(sample => Math.Abs((int)sample));

    /// <summary>The same as loud as every other: a quiet voice is lifted, but not so much that the room is heard instead.</summary>
    public Sound Levelled()
    {
        var gain = Math.Min(MostGain, (double)Full / Math.Max(1, Peak));
        return new Sound(Array.ConvertAll(Samples, sample => (short)Math.Round(sample * gain)));
    }
}
