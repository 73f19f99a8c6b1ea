using System.Globalization;

namespace ChatSupport.Savings.Seats;

/// <summary>Which PINs are too easy to guess, and how long none is looked at after too many wrong ones.</summary>
internal static class PinRules
{
    public const int Length = 6;
    public const int WrongOnes = 5;

    /// <summary>So many wrong ones at most are left where the open PIN was right: the next wrong one costs an hour, which a slip of hers can bear and trying cannot.</summary>
    public const int LeftOver = WrongOnes + 1;

    /// <summary>How long a wrong one counts after the last: longer than the longest wait.</summary>
    public static readonly TimeSpan WrongLasts = TimeSpan.FromHours(48);

    private static readonly int[] periods = [1, 2, 3];
    private static readonly TimeSpan firstLock = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan longestLock = TimeSpan.FromHours(24);

    /// <summary>Whether who knows her, or tries the usual ones first, would guess it: repeats, runs, years and days of birth.</summary>
    /// <param name="pin">Six digits.</param>
    /// <param name="today">The day.</param>
    public static bool IsEasy(string pin, DateOnly today) => Repeats(pin) || Runs(pin) || IsPairs(pin) || HoldsYear(pin, today) || IsDay(pin);

    /// <summary>Until when none is looked at after so many wrong ones in a row; null where the next one is.</summary>
    public static DateTimeOffset? LockAfter(int wrong, DateTimeOffset now)
    {
        var over = wrong - WrongOnes;
        if (over < 0)
            return null;
        var minutes = firstLock.TotalMinutes * Math.Pow(2, Math.Min(over, 20));
        return now + TimeSpan.FromMinutes(Math.Min(minutes, longestLock.TotalMinutes));
    }

    /// <summary>111111, 121212, 123123.</summary>
    private static bool Repeats(string pin) => periods.Any(length => pin == string.Concat(Enumerable.Repeat(pin[..length], Length / length)));

    /// <summary>123456, 890123, 987654, 135790.</summary>
    private static bool Runs(string pin)
    {
        var step = (pin[1] - pin[0] + 10) % 10;
        return Enumerable.Range(1, Length - 1).All(at => (pin[at] - pin[at - 1] + 10) % 10 == step);
    }

    /// <summary>112233, 221100.</summary>
    private static bool IsPairs(string pin) => pin[0] == pin[1] && pin[2] == pin[3] && pin[4] == pin[5];

    /// <summary>A year in which somebody who works may have been born, of the common era or the Buddhist one.</summary>
    private static bool HoldsYear(string pin, DateOnly today) => Enumerable.Range(0, 3).Any(at =>
    {
        var year = int.Parse(pin.AsSpan(at, 4), CultureInfo.InvariantCulture);
        return (year >= 1940 && year <= today.Year) || (year >= 2484 && year <= today.Year + 544);
    });

    /// <summary>A day of birth, however it is written: 240598, 980524, 052498.</summary>
    private static bool IsDay(string pin) => IsDay(pin, 0, 2) || IsDay(pin, 4, 2) || IsDay(pin, 2, 0);

    private static bool IsDay(string pin, int day, int month) => int.Parse(pin.AsSpan(day, 2), CultureInfo.InvariantCulture) is >= 1 and <= 31
        && int.Parse(pin.AsSpan(month, 2), CultureInfo.InvariantCulture) is >= 1 and <= 12;
}
