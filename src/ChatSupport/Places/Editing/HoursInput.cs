using ChatSupport.Dialogs.Khmer;

namespace ChatSupport.Places.Editing;

/// <summary>Opening hours as they are typed, a text for each day.</summary>
internal static class HoursInput
{
    private static readonly (char Typed, char Meant)[] slips = [('–', '-'), ('—', '-'), ('−', '-'), (';', ','), ('.', ':'), ('h', ':'), ('：', ':'), ('、', ',')];

    /// <summary>How the file writes a day: <c>mon</c>.</summary>
    public static string NameOf(DayOfWeek day) => EntryColumns.Days[((int)day + 6) % 7];

    /// <summary>Mends what is clear: Khmer digits, long dashes, <c>7:30</c> and <c>7</c> for <c>07:30</c> and <c>07:00</c>. What is not clear stays as typed.</summary>
    public static string Tidy(string typed)
    {
        var text = typed.Trim();
        foreach (var (slip, meant) in slips)
            text = text.Replace(slip, meant);
        text = Digits.ToArabic(text);
        var tidy = string.Join(", ", text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => string.Join('-', part.Split('-').Select(Time))));
        return tidy.Length == 0 || HoursText.TryReadStretches(tidy, out _) ? tidy : typed.Trim();
    }

    /// <summary>The lines of the file: days that follow one another with the same times stand in one, all seven as <c>daily</c>.</summary>
    public static IReadOnlyList<(string Days, string Times)> Lines(EntryText entry)
    {
        var lines = new List<(string First, string Last, string Times)>();
        foreach (var day in EntryColumns.Days)
        {
            var times = Tidy(entry[day]);
            if (times.Length == 0)
                continue;
            if (lines is [.., var last] && last.Times == times && EntryColumns.Days[(IndexOf(last.Last) + 1) % 7] == day)
                lines[^1] = last with { Last = day };
            else
                lines.Add((day, day, times));
        }

        return lines is [("mon", "sun", var always)] ? [("daily", always)] : [.. lines.Select(line => (line.First == line.Last ? line.First : $"{line.First}-{line.Last}", line.Times))];
    }

    /// <summary>The hours in words: <c>Monday – Friday 07:30–11:30, 14:00–17:00</c>.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="say">A word of the console: a day, <c>Day and night</c>.</param>
    public static IEnumerable<string> Words(EntryText entry, Func<string, string> say)
    {
        if (entry[EntryColumns.Always].Length > 0)
            return [say("Day and night")];
        return Lines(entry).Select(line => $"{DaysIn(line.Days, say)} {TimesIn(line.Times, say)}");
    }

    private static string DaysIn(string days, Func<string, string> say) =>
        days == "daily" ? say("Every day") : string.Join(" – ", days.Split('-').Select(day => say(Word(day))));

    private static string TimesIn(string times, Func<string, string> say) => HoursText.TryReadStretches(times, out var stretches)
        ? string.Join(", ", stretches.Select(one => $"{Clock(one.From)}–{Clock(one.To)}{(one.To <= one.From ? $" ({say("the next day")})" : "")}"))
        : times;

    /// <summary>A day by its whole name, in English.</summary>
    public static string Word(string day) => day switch
    {
        "mon" => "Monday",
        "tue" => "Tuesday",
        "wed" => "Wednesday",
        "thu" => "Thursday",
        "fri" => "Friday",
        "sat" => "Saturday",
        "sun" => "Sunday",
        _ => day,
    };

    private static string Clock(int minutes) => $"{minutes / 60:00}:{minutes % 60:00}";

    private static int IndexOf(string day) => EntryColumns.Days.ToList().IndexOf(day);

    private static string Time(string text)
    {
        var parts = text.Trim().Split(':');
        var isTime = parts is [{ Length: 1 or 2 }] or [{ Length: 1 or 2 }, { Length: 2 }] && parts.All(part => part.All(char.IsAsciiDigit));
        return isTime ? $"{parts[0].PadLeft(2, '0')}:{(parts.Length == 1 ? "00" : parts[1])}" : text.Trim();
    }
}
