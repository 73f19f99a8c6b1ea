using System.Text;
using ChatSupport.Content.Drafts;
using ChatSupport.Places.Editing;
using ChatSupport.Staff.Roles;
using ChatSupport.Tests.Content.Drafts;

namespace ChatSupport.Tests.Places.Editing;

/// <summary>Staff change the directory: each change is a draft of its file, and nobody writes over another.</summary>
public sealed class EditingThePlaces
{
    private const string Clinic = "sample-clinic-1";
    private const string Samples = "places/samples.yaml";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_is_a_draft_in_which_nothing_else_changed()
    {
        await using var host = await DraftHost.Start();
        var sokha = await host.Editor("Sokha");
        var before = await host.TextOf(Samples);

        Assert.IsType<PlaceOutcome.Kept>(await Change(host, sokha, Clinic, ("sat", " 8-12 "), ("phone", "០០០ ០០០ ០០៩")));

        Assert.Equal(before.Replace("sat: \"07:30-11:30\"", "sat: \"08:00-12:00\"", StringComparison.Ordinal).Replace("000 000 001", "000 000 009", StringComparison.Ordinal), await host.TextOf(Samples));
        Assert.Equal([Samples], (await host.Look()).Drafts.Keys);
        Assert.Equal(host.IdOf(sokha), (await host.Look()).Drafts[Samples].ChangedBy);
        Assert.Equal((host.IdOf(sokha), Clinic), host.Audit("places.change").Select(entry => (entry.Who, entry.Subject)).Single());
        Assert.True((await host.Publish(sokha)).Number > 1);
        Assert.Contains("sat: \"08:00-12:00\"", host.InFolder(Samples), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_it_back_leaves_no_draft()
    {
        await using var host = await DraftHost.Start();
        var sokha = await host.Editor("Sokha");
        await Change(host, sokha, Clinic, ("phone", "000 000 009"));

        await Change(host, sokha, Clinic, ("phone", "000 000 001"));

        Assert.Empty((await host.Look()).Drafts);
    }

    [Fact]
    public async Task Two_people_may_change_two_places_of_a_file_and_not_the_same_one()
    {
        await using var host = await DraftHost.Start();
        var (sokha, dara) = (await host.Editor("Sokha"), await host.Editor("Dara"));
        var (first, second) = (Of(host, sokha, Clinic), Of(host, sokha, "sample-lawyer"));

        Assert.IsType<PlaceOutcome.Kept>(await Save(host, sokha, first, ("phone", "000 000 008")));
        Assert.IsType<PlaceOutcome.Kept>(await Save(host, dara, second, ("phone", "000 000 009")));
        var late = await Save(host, dara, first, ("phone", "000 000 007"));

        Assert.Equal(host.IdOf(dara), Assert.IsType<PlaceOutcome.Overtaken>(late).By); // who changed the file last
        Assert.Equal(("000 000 008", "000 000 009"), (Of(host, sokha, Clinic)["phone"], Of(host, sokha, "sample-lawyer")["phone"]));
        Assert.IsType<PlaceOutcome.Overtaken>(await Desk(host).Remove(dara, first, Cancel));
        Assert.IsType<PlaceOutcome.Overtaken>(await Desk(host).Check(dara, first, CheckedBy.Calling, Cancel));
    }

    [Fact]
    public async Task Many_at_once_lose_nothing()
    {
        await using var host = await DraftHost.Start();
        var sokha = await host.Editor("Sokha");
        string[] ids = [Clinic, "sample-clinic-2", "sample-clinic-3", "sample-lawyer"];

        var outcomes = await Task.WhenAll(ids.Select(id => Task.Run(() => Change(host, sokha, id, ("cost (en)", $"cost of {id}")))));

        Assert.All(outcomes, outcome => Assert.IsType<PlaceOutcome.Kept>(outcome));
        Assert.All(ids, id => Assert.Equal($"cost of {id}", Of(host, sokha, id)["cost (en)"]));
    }

    [Fact]
    public async Task Who_checked_a_place_is_known_to_the_console_and_not_to_the_content()
    {
        await using var host = await DraftHost.Start();
        var sokha = await host.Editor("Sokha");
        var today = Desk(host).Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        Assert.IsType<PlaceOutcome.Kept>(await Desk(host).Check(sokha, Of(host, sokha, "referral-hospital-art"), CheckedBy.Calling, Cancel));

        var place = Of(host, sokha, "referral-hospital-art");
        Assert.Equal(today, place["checked"]);
        Assert.StartsWith("Undated list of ART sites", place["source"], StringComparison.Ordinal);
        Assert.Equal(new PlaceChecked(host.IdOf(sokha), today, CheckedBy.Calling), Desk(host).Checks(sokha)["referral-hospital-art"]);
        Assert.False(Desk(host).Look(sokha).Find("referral-hospital-art")!.IsDue);
        var text = await host.TextOf("places/services.yaml");
        Assert.DoesNotContain("Sokha", text, StringComparison.Ordinal);
        Assert.DoesNotContain(host.IdOf(sokha), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_names_a_source_where_there_is_none_yet()
    {
        await using var host = await DraftHost.Start();
        var sokha = await host.Editor("Sokha");

        var page = await Desk(host).Check(sokha, Of(host, sokha, Clinic), CheckedBy.ReadingThePage, Cancel);
        await Desk(host).Check(sokha, Of(host, sokha, Clinic), CheckedBy.Visiting, Cancel);

        Assert.Contains("name it as the source", Assert.IsType<PlaceOutcome.Refused>(page).Why, StringComparison.Ordinal);
        Assert.Equal("Visited", Of(host, sokha, Clinic)["source"]);
    }

    [Fact]
    public async Task Places_and_numbers_come_and_go()
    {
        await using var host = await DraftHost.Start();
        var sokha = await host.Editor("Sokha");
        var before = await host.TextOf("places/services.yaml");
        var place = new EntryText(isHotline: false) { ["name (km)"] = "គ្លីនិក", ["name (en)"] = "A clinic", ["kind"] = "health", ["status"] = "unverified", ["mon"] = "8-12" };
        var number = new EntryText(isHotline: true) { ["name (km)"] = "លេខ", ["name (en)"] = "A line", ["kind"] = "health", ["number"] = "115", ["tier"] = "B", ["status"] = "unverified" };

        Assert.Equal("a-clinic", Assert.IsType<PlaceOutcome.Kept>(await Desk(host).Add(sokha, place, Cancel)).Id);
        Assert.Equal("a-clinic-2", Assert.IsType<PlaceOutcome.Kept>(await Desk(host).Add(sokha, place, Cancel)).Id);
        Assert.Equal("a-line", Assert.IsType<PlaceOutcome.Kept>(await Desk(host).Add(sokha, number, Cancel)).Id);
        Assert.IsType<PlaceOutcome.Refused>(await Desk(host).Add(sokha, new EntryText(isHotline: false), Cancel));

        Assert.StartsWith(before, await host.TextOf("places/services.yaml"), StringComparison.Ordinal);
        Assert.All(new[] { "a-clinic", "a-clinic-2", "a-line" }, id => Assert.DoesNotContain(Desk(host).Look(sokha).Find(id)!.Findings, finding => finding.Issue.Severity == ChatSupport.Dialogs.Reading.Severity.Error));
        foreach (var id in new[] { "a-clinic", "a-clinic-2", "a-line" })
            Assert.IsType<PlaceOutcome.Kept>(await Desk(host).Remove(sokha, Of(host, sokha, id), Cancel));
        Assert.Empty((await host.Look()).Drafts);
    }

    [Fact]
    public async Task Findings_come_while_she_types_and_nothing_is_kept_of_it()
    {
        await using var host = await DraftHost.Start();
        var sokha = await host.Editor("Sokha");
        var was = Of(host, sokha, "referral-hospital-art");
        var now = was.Copy();
        (now["status"], now["phone"], now["mon"], now["latitude"], now["name (en)"]) = ("verified", "12", "later", "abc", "");

        var found = Desk(host).Try(sokha, was, now);

        Assert.Superset(new HashSet<string> { "status", "phone", "mon", "latitude" }, found.Select(one => one.Column).ToHashSet());
        Assert.Contains(found, one => one.Issue.Code == "PLC013");
        Assert.Contains(found, one => one.Issue.Code == "PLC014");
        Assert.Contains(Desk(host).Try(sokha, new EntryText(isHotline: false), new EntryText(isHotline: false) { ["name (km)"] = "ក" }), one => one.Issue.Code == "PLC014");
        Assert.Empty((await host.Look()).Drafts);
    }

    [Fact]
    public async Task What_cannot_be_written_is_refused_in_a_sentence()
    {
        await using var host = await DraftHost.Start();
        var sokha = await host.Editor("Sokha");

        var refused = await Change(host, sokha, Clinic, ("address (en)", "x\u001by"));
        Assert.Contains("invisible character", Assert.IsType<PlaceOutcome.Refused>(refused).Why, StringComparison.Ordinal);
        Assert.IsType<PlaceOutcome.Kept>(await Change(host, sokha, Clinic, ("address (en)", "- a: {b}, \"c\" # d\n<script>")));
        Assert.Equal("- a: {b}, \"c\" # d\n<script>", Of(host, sokha, Clinic)["address (en)"]);
    }

    [Fact]
    public async Task The_files_of_places_alone_are_put_and_only_over_what_was_seen()
    {
        await using var host = await DraftHost.Start();
        var sokha = await host.Editor("Sokha");
        var file = new ChatSupport.Dialogs.Reading.ContentFile("../x.yaml", Encoding.UTF8.GetBytes("a: 1\n"));

        Assert.IsType<EditOutcome.Refused>(await host.Book.PutFiles(sokha, [new SeenFile(file, 0)], (_, _) => { }, Cancel));
        Assert.IsType<EditOutcome.Overtaken>(await host.Book.PutFiles(sokha, [new SeenFile(file with { Path = Samples }, 5)], (_, _) => { }, Cancel));
        Assert.Empty((await host.Look()).Drafts);
    }

    [Fact]
    public async Task The_home_page_counts_what_is_due_for_those_who_can_do_it()
    {
        await using var host = await DraftHost.Start();
        var due = Desk(host).CountDue();

        var editor = new StaffPerson("a", "Sokha", [StaffRole.Editor], "s");
        var line = Assert.Single(ChatSupport.Places.Pages.PlaceNeeds.Of(editor, Desk(host)));
        Assert.Equal(("{0} places and numbers are due to be checked", due), (line.Text, line.Of));
        Assert.Empty(ChatSupport.Places.Pages.PlaceNeeds.Of(editor with { Roles = [StaffRole.CaseWorker] }, Desk(host)));
    }

    private static PlaceDesk Desk(DraftHost host) => host.Get<PlaceDesk>();

    private static EntryText Of(DraftHost host, string session, string id) => Desk(host).Look(session).Find(id)!.Text;

    private static Task<PlaceOutcome> Change(DraftHost host, string session, string id, params (string Column, string Text)[] cells) => Save(host, session, Of(host, session, id), cells);

    private static Task<PlaceOutcome> Save(DraftHost host, string session, EntryText was, params (string Column, string Text)[] cells)
    {
        var now = was.Copy();
        foreach (var (column, text) in cells)
            now[column] = text;
        return Desk(host).Save(session, was, now, Cancel);
    }
}
