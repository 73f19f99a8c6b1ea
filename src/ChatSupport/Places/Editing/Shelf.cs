using System.Globalization;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Places.Editing;

/// <summary>The directory as staff see it: every entry with its drafts, also what workers do not see.</summary>
/// <param name="State">Another text as soon as anything changes.</param>
/// <param name="Files">The files that it was read from.</param>
/// <param name="Book">What workers would see of it.</param>
/// <param name="Entries">All entries in the order of the files, places first.</param>
/// <param name="Issues">All findings about the files.</param>
internal sealed record Shelf(string State, IReadOnlyList<ContentFile> Files, PlaceBook Book, IReadOnlyList<ShelfEntry> Entries, IReadOnlyList<DialogIssue> Issues)
{
    private const string Folder = "places/";
    private static readonly bool[] kinds = [false, true]; // places, numbers

    /// <summary>The languages of the texts; Khmer and English at least.</summary>
    public IReadOnlyList<string> Languages { get; } =
    [
        "km", "en",
        .. Entries.SelectMany(entry => entry.Text.Columns.Select(column => EntryColumns.LanguageOf(column, EntryColumns.Name))).OfType<string>()
            .Distinct(StringComparer.Ordinal).Except(["km", "en"]).Order(StringComparer.Ordinal),
    ];

    /// <summary>The entry of an id; null where there is none.</summary>
    public ShelfEntry? Find(string id) => Entries.FirstOrDefault(entry => entry.Text.Id == id);

    /// <summary>Reads it.</summary>
    /// <param name="state">See <see cref="State"/>.</param>
    /// <param name="content">The files of the content; others than those of the places are passed over.</param>
    /// <param name="today">The day against which facts are stale.</param>
    public static Shelf Read(string state, IReadOnlyList<ContentFile> content, DateOnly today)
    {
        var files = content.Where(file => file.Path.StartsWith(Folder, StringComparison.Ordinal) && file.Path.EndsWith(".yaml", StringComparison.Ordinal)).ToList();
        var (book, issues) = PlaceCheck.Read(files, today);
        var byFile = issues.ToLookup(issue => issue.Mark.File, StringComparer.Ordinal);
        return new Shelf(state, files, book, [.. files.SelectMany(file => EntriesOf(file, [.. byFile[file.Path]], today)).OrderBy(entry => entry.Text.IsHotline)], issues);
    }

    private static IEnumerable<ShelfEntry> EntriesOf(ContentFile file, List<DialogIssue> issues, DateOnly today)
    {
        var root = YamlFile.Read(file, []);
        var maps = kinds.SelectMany(isHotline => root?.Find(EntryWriting.ListOf(isHotline)) is YamlList list
            ? list.Items.OfType<YamlMap>().Select(map => (Map: map, IsHotline: isHotline)) : []).ToList();
        var begins = maps.Select(one => one.Map.Mark).OrderBy(mark => mark.Line).ThenBy(mark => mark.Column).ToList();
        foreach (var (map, isHotline) in maps)
        {
            var text = EntryReading.Of(map, isHotline);
            if (text.Id.Length > 0)
                yield return new ShelfEntry(file.Path, text, [.. issues.Where(issue => begins.LastOrDefault(begin => IsFrom(begin, issue)) == map.Mark).Select(issue => EntryFinding.Of(map, issue))], Due(text, today));
        }
    }

    /// <summary>Whether a person must look: nobody ever did, or not for long. Made-up entries are nobody's work.</summary>
    private static bool Due(EntryText text, DateOnly today) => text[EntryColumns.Sample].Length == 0
        && (!DateOnly.TryParseExact(text[EntryColumns.Checked], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || today.DayNumber - day.DayNumber > Freshness.MostDays);

    private static bool IsFrom(Dialogs.Model.Mark begin, DialogIssue issue) =>
        issue.Mark.Line > begin.Line || (issue.Mark.Line == begin.Line && issue.Mark.Column >= begin.Column);
}

/// <summary>An entry of the directory.</summary>
/// <param name="File">The file that it stands in.</param>
/// <param name="Text">What it says.</param>
/// <param name="Findings">What is wrong with it.</param>
/// <param name="IsDue">It must be checked: never, or over 180 days ago.</param>
internal sealed record ShelfEntry(string File, EntryText Text, IReadOnlyList<EntryFinding> Findings, bool IsDue)
{
    /// <summary>Workers may be shown it.</summary>
    public bool IsVerified => Text[EntryColumns.Status] == "verified";

    public bool IsSample => Text[EntryColumns.Sample].Length > 0;
}

/// <summary>A finding beside the box that it is about.</summary>
/// <param name="Field">The field of the file; empty for the whole entry.</param>
/// <param name="Column">The column of <see cref="EntryColumns"/>.</param>
/// <param name="Issue">The finding.</param>
internal sealed record EntryFinding(string Field, string Column, DialogIssue Issue)
{
    private static readonly string[] needed = ["km", "en"];

    public static EntryFinding Of(YamlMap map, DialogIssue issue)
    {
        if (issue.Mark == map.Mark)
            return issue.Code == ShapeRules.MissingKey.Code && issue.Message.Split('\'') is [_, var missing, ..] ? new EntryFinding(missing, EntryColumns.ColumnOf(missing, ""), issue) : new EntryFinding("", EntryColumns.Id, issue);
        var field = Last(map, issue);
        var parts = field?.Value as YamlMap;
        var part = parts is null ? "" : issue.Code == PlaceRules.MissingLanguage.Code
            ? needed.FirstOrDefault(language => parts.Find(language) is null && issue.Message.Contains($"'{language}'", StringComparison.Ordinal)) ?? ""
            : Last(parts, issue)?.Key ?? "";
        return new EntryFinding(field?.Key ?? "", EntryColumns.ColumnOf(field?.Key ?? "", part), issue);
    }

    private static YamlMap.Entry? Last(YamlMap map, DialogIssue issue)
    {
        YamlMap.Entry? last = null;
        foreach (var entry in map.Entries)
        {
            if (entry.KeyMark.Line < issue.Mark.Line || (entry.KeyMark.Line == issue.Mark.Line && entry.KeyMark.Column <= issue.Mark.Column))
                last = entry;
        }

        return last;
    }
}
