using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Writing;
using ChatSupport.Places.Editing;

namespace ChatSupport.Tests.Places.Editing;

/// <summary>An entry of a file as boxes and cells, and back.</summary>
public sealed class ReadingAndWritingEntries
{
    private static readonly Shelf shelf = Shelf.Read("", ShippedPlaces.Files, Some.Today);

    [Fact]
    public void Every_shipped_entry_is_there_places_first() => Assert.Equal(
        (ShippedPlaces.Book.Places.Count, ShippedPlaces.Book.Hotlines.Count, ShippedPlaces.Book.Places[0].Id),
        (shelf.Entries.Count(entry => !entry.Text.IsHotline), shelf.Entries.Count(entry => entry.Text.IsHotline), shelf.Entries[0].Text.Id));

    [Fact]
    public void A_place_is_a_text_for_each_column()
    {
        var clinic = shelf.Find("sample-clinic-1")!.Text;

        Assert.Equal(["health", "hiv-test", "pregnancy"], clinic.Kinds);
        Assert.Equal(("Sample clinic 1", "180103", "10.61", "103.53", "made up", "000 000 001", "free", "yes", "verified"),
            (clinic["name (en)"], clinic["commune"], clinic["latitude"], clinic["longitude"], clinic["location source"], clinic["phone"], clinic["cost (en)"], clinic["sample"], clinic["status"]));
        Assert.Equal(("07:30-11:30, 14:00-17:00", "07:30-11:30, 14:00-17:00", "07:30-11:30", ""), (clinic["mon"], clinic["fri"], clinic["sat"], clinic["sun"]));
    }

    [Fact]
    public void A_number_is_as_well()
    {
        var line = shelf.Find("child-helpline-1280")!.Text;

        Assert.Equal(("A", "1280", "yes", "2026-11-24", "https://childhelplinecambodia.org/page/8"), (line["tier"], line["number"], line["always"], line["checked"], line["source url"]));
    }

    [Fact]
    public void Writing_back_what_was_read_changes_nothing_whatever_is_written_anew() => Assert.All(shelf.Entries, entry =>
    {
        var file = shelf.Files.First(one => one.Path == entry.File);
        var all = EntryWriting.Change(new EntryText(entry.Text.IsHotline, entry.Text.Id), entry.Text); // as if every field had changed

        Assert.Empty(EntryWriting.Change(entry.Text, entry.Text.Copy()).Fields);
        Assert.Same(file, Assert.IsType<EditResult.Written>(EntryEditing.Apply(file, [all])).File);
    });

    [Fact]
    public void Findings_stand_at_the_column_that_they_are_about()
    {
        var found = Findings("hours: { mon-fri: \"7-12\", sonday: \"08:00-09:00\" }\n    phone: \"12\"\n    commune: \"99\"\n    location: { latitude: 103.5, longitude: 10.6 }\n    source: { text: x, checked: yesterday }");

        Assert.Equal(["checked", "commune", "latitude", "latitude", "mon", "mon", "phone", "status"], found.Where(one => one.Issue.Severity != Severity.Hint).Select(one => one.Column).Order(StringComparer.Ordinal));
        Assert.Contains(found, one => one is { Field: "status", Issue.Code: "PLC013" });
        Assert.Equal(["address (en)", "name (km)"], Findings("address: { km: ក }", "{ en: A }").Where(one => one.Issue.Code == "PLC014").Select(one => one.Column).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2026-11-24", false, false)]
    [InlineData("2026-05-28", false, false)] // 180 days
    [InlineData("2026-05-27", false, true)]
    [InlineData("", false, true)]
    [InlineData("soon", false, true)]
    [InlineData("", true, false)]
    public void What_nobody_checked_for_180_days_is_due(string day, bool sample, bool isDue)
    {
        var file = Some.File("places/some.yaml", $"format: 1\nplaces:\n  - id: a\n    kind: [health]\n    name: {{ km: ក, en: A }}\n{(sample ? "    sample: true\n" : "")}{(day.Length == 0 ? "" : $"    source: {{ text: x, checked: {day} }}\n")}    status: unverified\n");

        Assert.Equal(isDue, Shelf.Read("", [file], Some.Today).Find("a")!.IsDue);
    }

    [Fact]
    public void Ids_come_from_the_English_name_and_nobody_has_them_twice()
    {
        var entry = new EntryText(isHotline: false) { ["name (en)"] = "  RHAC: Clinic No. 1 (Sihanoukville)!", ["name (km)"] = "គ្លីនិក" };

        Assert.Equal("rhac-clinic-no-1-sihanoukville", EntryIds.For(entry, _ => false));
        Assert.Equal("rhac-clinic-no-1-sihanoukville-3", EntryIds.For(entry, id => id is "rhac-clinic-no-1-sihanoukville" or "rhac-clinic-no-1-sihanoukville-2"));
        Assert.Equal("place", EntryIds.For(new EntryText(isHotline: false) { ["name (en)"] = "ឃ" }, _ => false));
        Assert.Equal("place", EntryIds.For(new EntryText(isHotline: false) { ["name (en)"] = "Import" }, _ => false));
        Assert.True(EntryIds.IsGood(EntryIds.For(new EntryText(isHotline: false) { ["name (en)"] = new string('x', 500) }, _ => false)));
        Assert.All(new[] { "", "A", "1a", "a b", "new", "a/b", "..", new string('a', 61) }, id => Assert.False(EntryIds.IsGood(id)));
    }

    private static IReadOnlyList<EntryFinding> Findings(string lines, string name = "{ km: ក, en: A }")
    {
        var text = $"format: 1\nplaces:\n  - id: before\n    kind: [health]\n    name: {{ km: ក, en: A }}\n    status: unverified\n  - id: a\n    kind: [health]\n    name: {name}\n    {lines}\n    status: verified\n";
        return Shelf.Read("", Broken.Files(text), Some.Today).Find("a")!.Findings;
    }
}
