using System.Collections.Immutable;
using System.Security.Cryptography;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Savings.Seats;

/// <summary>Draws pads. The ids of their buttons hold places and never digits, and are others on each pad.</summary>
internal static class SeatPads
{
    private const string Prefix = "pad-";
    private const string Back = "x";
    private const int PerRow = 3;

    /// <summary>A pad on which every digit stands somewhere by chance.</summary>
    public static SeatPad Draw(PadFor what)
    {
        var digits = "0123456789".ToCharArray();
        RandomNumberGenerator.Shuffle(digits.AsSpan());
        return new SeatPad(what, RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz", 8), new string(digits));
    }

    /// <summary>The buttons: three rows of three, and under them one that takes the last digit back, beside the tenth.</summary>
    public static ImmutableArray<ImmutableArray<Button>> Keys(SeatPad pad, string language)
    {
        var digits = pad.Digits.Select((digit, at) => new Button($"{Prefix}{pad.Id}-{at}", language == "km" ? Digits.ToKhmer(digit.ToString()) : digit.ToString())).ToList();
        return [.. digits.Take(9).Chunk(PerRow).Select(row => row.ToImmutableArray()), [digits[9], new Button($"{Prefix}{pad.Id}-{Back}", "⌫")]];
    }

    /// <summary>How many were pressed: <c>● ● ○ ○ ○ ○</c>.</summary>
    public static string Dots(SeatPad pad) => string.Join(' ', Enumerable.Range(0, PinRules.Length).Select(at => at < pad.Typed.Length ? "●" : "○"));

    /// <summary>Whether it is a button of any pad.</summary>
    public static bool IsKey(string button) => button.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The pad after a press; null where the button is not of this pad.</summary>
    public static SeatPad? Press(SeatPad pad, string button)
    {
        if (!button.StartsWith($"{Prefix}{pad.Id}-", StringComparison.Ordinal))
            return null;
        var key = button[(Prefix.Length + pad.Id.Length + 1)..];
        if (key == Back)
            return pad with { Typed = pad.Typed.Length == 0 ? "" : pad.Typed[..^1] };
        return key is [>= '0' and <= '9'] && pad.Typed.Length < PinRules.Length ? pad with { Typed = pad.Typed + pad.Digits[key[0] - '0'] } : null;
    }
}
