using System.Diagnostics.CodeAnalysis;

namespace ChatSupport.Places;

/// <summary>Reads opening hours as staff write them: <c>mon-fri</c> and <c>07:30-11:30, 14:00-17:00</c>.</summary>
internal static class HoursText
{
    private static readonly string[] DayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>A day (<c>sat</c>), a range of days (<c>mon-fri</c>, <c>sat-mon</c>) or <c>daily</c>.</summary>
    public static bool TryReadDays(string text, [NotNullWhen(true)] out IReadOnlyList<DayOfWeek>? days)
    {
        days = null;
        if (text == "daily")
        {
            days = Enum.GetValues<DayOfWeek>();
            return true;
        }

        var ends = text.Split('-');
        var first = Array.IndexOf(DayNames, ends[0].Trim());
        var last = Array.IndexOf(DayNames, ends[^1].Trim());
        if (ends.Length > 2 || first < 0 || last < 0)
            return false;

        var count = ((last - first + 7) % 7) + 1;
        days = [.. Enumerable.Range(first, count).Select(day => (DayOfWeek)(day % 7))];
        return true;
    }

    /// <summary>One or more stretches with commas between them. An end before its beginning is on the next day.</summary>
    /// <returns>False where a time is none, or two stretches overlap.</returns>
    public static bool TryReadStretches(string text, [NotNullWhen(true)] out IReadOnlyList<(int From, int To)>? stretches)
    {
        stretches = null;
        var read = new List<(int From, int To)>();
        foreach (var part in text.Split(','))
        {
            var ends = part.Split('-');
            if (ends.Length != 2 || !TryReadTime(ends[0], out var from) || !TryReadTime(ends[1], out var to)
                || from == to || from == 24 * 60)
            {
                return false;
            }

            to = to == 0 ? 24 * 60 : to;
            if (read.Count > 0 && (read[^1].To <= read[^1].From || from < read[^1].To))
                return false; // out of order, overlapping, or after one that already ran into the next day
            read.Add((from, to));
        }

        stretches = read;
        return true;
    }

    private static bool TryReadTime(string text, out int minutes)
    {
        minutes = 0;
        text = text.Trim();
        if (text.Length != 5 || text[2] != ':' || !IsNumber(text[..2], out var hour) || !IsNumber(text[3..], out var minute))
            return false;

        minutes = (hour * 60) + minute;
        return minute < 60 && minutes <= 24 * 60;
    }

    private static bool IsNumber(string twoDigits, out int number)
    {
        number = 0;
        if (!twoDigits.All(char.IsAsciiDigit))
            return false;

        number = ((twoDigits[0] - '0') * 10) + twoDigits[1] - '0';
        return true;
    }
}
