using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Places;

/// <summary>Reads <c>always: true</c> or <c>hours: { mon-fri: "07:30-11:30, 14:00-17:00" }</c>.</summary>
internal sealed class HoursReader(ICollection<DialogIssue> issues)
{
    private const string Days = "Write a day (sat), a range of days (mon-fri) or daily.";
    private const string Times = "Write times in order like \"07:30-11:30, 14:00-17:00\"; an end after midnight (\"18:00-02:00\") stands last.";

    /// <returns>Null where they are not written or cannot be read.</returns>
    public OpeningHours? Read(YamlFields fields)
    {
        var always = fields.Flag("always");
        if (fields.Fields("hours") is not { } map)
            return always ? OpeningHours.Always : null;

        if (always)
        {
            issues.Add(PlaceRules.BadHours.At(map.Mark, "Both 'hours' and 'always: true' stand here.", "Keep one of the two."));
            return null;
        }

        var taken = new HashSet<DayOfWeek>();
        var stretches = new List<OpenStretch>();
        var isWhole = map.Count > 0;
        foreach (var entry in map.Entries)
            isWhole &= ReadLine(entry, taken, stretches);

        if (map.Count == 0)
            issues.Add(PlaceRules.BadHours.At(map.Mark, "'hours' holds no day.", "Add a line like mon-fri: \"07:30-11:30\", or delete it where the hours are not known."));
        return isWhole ? new OpeningHours(stretches) : null;
    }

    private bool ReadLine(YamlMap.Entry entry, HashSet<DayOfWeek> taken, List<OpenStretch> stretches)
    {
        if (!HoursText.TryReadDays(entry.Key, out var days))
        {
            issues.Add(PlaceRules.BadHours.At(entry.KeyMark, $"'{entry.Key}' is no day.", Days));
            return false;
        }

        if (entry.Value is not YamlScalar text || !HoursText.TryReadStretches(text.Value, out var times))
        {
            var found = entry.Value is YamlScalar scalar ? $"'{scalar.Value}'" : entry.Value.Shape;
            issues.Add(PlaceRules.BadHours.At(entry.Value.Mark, $"The hours of '{entry.Key}' are {found}, which cannot be read.", Times));
            return false;
        }

        if (days.Any(day => !taken.Add(day)))
        {
            issues.Add(PlaceRules.BadHours.At(entry.KeyMark, $"A day of '{entry.Key}' has hours already.", "Write all hours of a day in one line."));
            return false;
        }

        stretches.AddRange(days.SelectMany(day => times.Select(time => new OpenStretch(day, time.From, time.To))));
        return true;
    }
}
