using ChatSupport.Content;
using ChatSupport.Content.Drafts;
using ChatSupport.Content.Recordings;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Writing;
using ChatSupport.Staff.Roles;
using ChatSupport.Staff.Voices;
using ChatSupport.Tests.Content.Drafts;
using static ChatSupport.Tests.Content.Drafts.DraftHost;

namespace ChatSupport.Tests.Content.Recordings;

public sealed class RecordingAScreen
{
    private const string Name = "rights/hours.en";
    private static readonly ScreenId start = ScreenId.Of("rights/hours");
    private static readonly ScreenId today = new("rights/hours", "today");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task She_hears_it_in_the_drafts_and_workers_do_not()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        var before = await host.TextOf(Hours);

        Assert.IsType<EditOutcome.Kept>(await Keep(host, dara, 2));

        var workspace = await host.Look();
        var recording = workspace.Reading.Found!.RecordingOf(workspace.Reading.Found.Find(start)!, "en")!;
        Assert.Equal(2, recording.Seconds);
        Assert.Equal(2 * Sound.Rate, OpusVoice.Read(await Book(host).Read(dara, Name, Cancel))!.Samples.Length);
        Assert.Equal((host.IdOf(dara), host.Store.Time.GetUtcNow()), (Book(host).FactsOf(dara, recording)!.By, Book(host).FactsOf(dara, recording)!.At));
        Assert.Equal(before, await host.TextOf(Hours)); // it was called so already
        Assert.Null(await Heard(host));
        Assert.Equal(("content.record", "rights/hours", "en"), host.Audit("content.record").Select(entry => (entry.Act, entry.Subject, entry.Detail)).Single());
    }

    [Fact]
    public async Task Published_it_is_heard_and_lies_in_the_folder_and_a_roll_back_takes_both_back()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await Keep(host, dara, 2);
        var change = Assert.Single((await host.Publishing.Plan(dara)).Difference.Screens);
        Assert.Contains(change.Lines, line => line.After?.StartsWith("recording, en: 2 s (", StringComparison.Ordinal) == true);

        Assert.Empty((await host.Publish(dara)).LeftInFolder!);
        var first = await Heard(host);
        Assert.NotNull(first);
        Assert.Equal(first, InMedia(host));
        await Keep(host, dara, 3);
        await host.Publish(dara);
        Assert.NotEqual(first, await Heard(host));
        Assert.Equal(await Heard(host), InMedia(host));

        await host.Publishing.RollBack(dara, 2, "", Cancel);
        Assert.Equal(first, await Heard(host));
        Assert.Equal(first, InMedia(host));
        await host.Publishing.RollBack(dara, 1, "", Cancel);
        Assert.Equal((null, null), (await Heard(host), InMedia(host)));
        await host.Publishing.RollBack(dara, 3, "", Cancel);
        Assert.Equal(3 * Sound.Rate, OpusVoice.Read(await Heard(host))!.Samples.Length);
        Assert.Empty(Directory.EnumerateFiles(host.Dialogs, "*.new", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }));
    }

    [Fact]
    public async Task The_folder_is_what_is_live_so_that_a_restart_publishes_nothing()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await Keep(host, dara, 2);
        await host.Publish(dara);

        Assert.IsType<PublishOutcome.Unchanged>(await host.Get<ChatSupport.Content.Publishing>().Publish(ContentFolder.Read(host.Dialogs), "start", "", Cancel));
        await host.Publishing.RollBack(dara, 1, "", Cancel);
        Assert.IsType<PublishOutcome.Unchanged>(await host.Get<ChatSupport.Content.Publishing>().Publish(ContentFolder.Read(host.Dialogs), "start", "", Cancel));
    }

    [Fact]
    public async Task It_is_stale_once_the_text_changes_and_is_not_once_it_is_recorded_again()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await Keep(host, dara, 2);
        Assert.Empty(await Stale(host));

        await host.Rewrite(dara, "At most 8 hours a day or 48 hours a week, says the law.");

        var finding = Assert.Single(await Stale(host));
        Assert.Equal((Hours, Severity.Warning), (finding.Mark.File, finding.Severity));
        Assert.NotNull((await host.Publish(dara)).Number); // a warning stops nobody
        await Keep(host, dara, 2);
        Assert.Empty(await Stale(host));
    }

    [Fact]
    public async Task A_text_that_changed_while_she_spoke_makes_it_stale_at_once()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        var read = RecordingList.PrintOf((await host.Text(Hours, Says))!);
        await host.Rewrite(dara, "Changed by somebody else: at most 8 hours a day or 48 hours a week.");

        await Keep(host, dara, 2, read);

        Assert.Single(await Stale(host));
    }

    [Fact]
    public async Task Removed_it_can_be_put_back()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await Keep(host, dara, 2);
        var recording = (await host.Look()).Reading.Found!.Recorded[Name];

        Assert.IsType<EditOutcome.Kept>(await Book(host).Remove(dara, start, "en", Cancel));
        Assert.Empty((await host.Look()).Reading.Found!.Recorded);
        Assert.Null(await Book(host).Read(dara, Name, Cancel));
        Assert.IsType<EditOutcome.Kept>(await Book(host).PutBack(dara, start, "en", recording, Cancel));
        Assert.Equal(recording, (await host.Look()).Reading.Found!.Recorded[Name]);
    }

    [Fact]
    public async Task What_was_never_published_goes_after_a_day_and_what_was_stays()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await Keep(host, dara, 1);
        var unpublished = (await host.Look()).Reading.Found!.Recorded[Name];
        await Keep(host, dara, 2);
        await host.Publish(dara);
        var published = (await host.Look()).Reading.Found!.Recorded[Name];
        Assert.NotNull(host.Get<RecordingRows>().Find(unpublished.Hash)); // somebody may still undo
        host.Store.Time.Advance(TimeSpan.FromDays(2));
        dara = await host.Editor("Dara, a day later");
        await Keep(host, dara, 3);
        await host.Publish(dara);

        Assert.Null(host.Get<RecordingRows>().Find(unpublished.Hash));
        Assert.NotNull(host.Get<RecordingRows>().Find(published.Hash));
        Assert.NotNull(await Heard(host));
        Assert.IsType<EditOutcome.Refused>(await Book(host).PutBack(dara, start, "en", unpublished, Cancel));
    }

    [Fact]
    public async Task Two_who_record_at_the_same_time_both_keep_theirs()
    {
        await using var host = await DraftHost.Start();
        var (dara, srey) = (await host.Editor("Dara"), await host.Editor("Srey"));

        Assert.All(await Task.WhenAll(Keep(host, dara, 1), Keep(host, srey, 2, language: "km")), outcome => Assert.IsType<EditOutcome.Kept>(outcome));

        Assert.Equal([Name, "rights/hours.km"], (await host.Look()).Reading.Found!.Recorded.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_screen_without_a_name_for_its_recording_gets_one_and_nothing_else_of_the_file_changes()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        var before = await host.TextOf(Hours);
        await Rename(host, dara, Hours, "today", null);

        await Keep(host, dara, 1, screen: today);

        Assert.Equal(before, await host.TextOf(Hours)); // named as its authors named it
        Assert.Equal(["rights/hours-today.en"], (await host.Look()).Reading.Found!.Recorded.Keys);
    }

    [Fact]
    public async Task A_name_that_another_screen_uses_is_not_taken()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await Rename(host, dara, Hours, "today", null);
        await Rename(host, dara, Pay, "start", "rights/hours-today");

        await Keep(host, dara, 1, screen: today);

        Assert.Equal("rights/hours-today-2", (await host.Look()).Reading.Found!.Find(today)!.Voice);
    }

    [Fact]
    public async Task A_sound_that_was_put_into_the_folder_by_hand_is_heard_and_never_written_over()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        host.Write("media/rights/hours.en.ogg", "by hand");
        Assert.Equal("by hand"u8.ToArray(), await Heard(host));
        await Keep(host, dara, 2);

        Assert.Equal(["media/rights/hours.en.ogg"], (await host.Publish(dara)).LeftInFolder);

        Assert.Equal("by hand"u8.ToArray(), InMedia(host));
        Assert.NotEqual("by hand"u8.ToArray(), await Heard(host)); // what was published is what workers hear
        await host.Publishing.RollBack(dara, 1, "", Cancel);
        Assert.Equal("by hand"u8.ToArray(), await Heard(host));
    }

    [Fact]
    public async Task A_folder_from_another_machine_brings_its_sounds_and_a_roll_back_still_has_them()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        var sound = OpusVoice.Write(Sounds.Of(1));
        var list = RecordingList.None.With(Name, new Recording(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(sound)), 1, "00000000"));
        host.Write("media/recordings.yaml", list.ToYaml());
        Directory.CreateDirectory(Path.Combine(host.Dialogs, "media/rights"));
        await File.WriteAllBytesAsync(Path.Combine(host.Dialogs, "media/rights/hours.en.ogg"), sound, Cancel);
        await host.Get<RecordingCopies>().TakeUp(host.Dialogs, ContentFolder.Read(host.Dialogs), Cancel);
        await host.PublishOutside();
        Assert.Equal(sound, await Heard(host));
        Assert.Equal(sound, host.Get<RecordingRows>().Find(list.All[Name].Hash)); // a node without this folder has it as well

        await Keep(host, dara, 2);
        Assert.Empty((await host.Publish(dara)).LeftInFolder!);
        await host.Publishing.RollBack(dara, 2, "", Cancel);

        Assert.Equal(sound, await Heard(host));
        Assert.Equal(sound, InMedia(host));
    }

    [Fact]
    public async Task A_list_with_an_error_is_not_written_over()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        host.Write("media/recordings.yaml", "recordings: [");
        await host.Publishing.TakeFolder(dara, Cancel);

        Assert.Contains("has an error: media/recordings.yaml:", Assert.IsType<EditOutcome.Refused>(await Keep(host, dara, 2)).Why, StringComparison.Ordinal);
        Assert.Equal("recordings: [", await host.TextOf(RecordingList.Path));
    }

    [Theory]
    [InlineData("../secret", "start", "en")]
    [InlineData("/etc/passwd", "start", "en")]
    [InlineData("rights/hours", "../../start", "en")]
    [InlineData("rights/hours\0", "start", "en")]
    [InlineData("rights/hours", "start\0.ogg", "en")]
    [InlineData("rights/hours", "start", "../en")]
    [InlineData("rights/hours", "start", "en\0")]
    [InlineData("rights/hours", "start", "")]
    [InlineData("", "", "en")]
    [InlineData("C:\\rights\\hours", "start", "en")]
    [InlineData("media/recordings", "start", "en")]
    public async Task What_is_no_screen_or_language_is_refused_before_anything_is_read(string dialog, string screen, string language)
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        var files = Directory.GetFileSystemEntries(host.Store.Folder, "*", SearchOption.AllDirectories).Length;
        var body = new EndlessStream();

        Assert.IsType<EditOutcome.Refused>(await Book(host).Keep(dara, new ScreenId(dialog, screen), language, "00000000", body, Cancel));

        Assert.Equal((0, files), (body.Given, Directory.GetFileSystemEntries(host.Store.Folder, "*", SearchOption.AllDirectories).Length));
        Assert.Empty((await host.Look()).Drafts);
    }

    [Theory]
    [InlineData("../../secret")]
    [InlineData("/etc/passwd")]
    [InlineData("rights/hours/")]
    [InlineData("ម៉ោង")]
    public async Task A_name_in_the_file_that_leads_elsewhere_is_refused(string voice)
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await Rename(host, dara, Hours, "start", voice);

        Assert.Contains("which no file can be called", Assert.IsType<EditOutcome.Refused>(await Keep(host, dara, 1)).Why, StringComparison.Ordinal);
        Assert.Null(await Book(host).Read(dara, $"{voice}.en", Cancel));
    }

    [Fact]
    public async Task A_hundred_megabytes_are_read_no_further_than_a_minute()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        var body = new EndlessStream();

        var outcome = await Book(host).Keep(dara, start, "en", "00000000", body, Cancel);

        Assert.Same(RecordingBook.TooLarge, outcome);
        Assert.InRange(body.Given, VoiceConversion.MostBytes, VoiceConversion.MostBytes + (64 * 1024));
        Assert.Empty((await host.Look()).Drafts);
    }

    [Fact]
    public async Task A_session_that_ends_while_it_is_converted_keeps_nothing()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.SignIn("Dara", StaffRole.Editor);

        await Assert.ThrowsAsync<SessionEndedException>(() => Book(host).Keep(dara, start, "en", "00000000",
            new EndingStream(Sounds.Wave(1), () => host.Get<ChatSupport.Staff.Accounts.Sessions>().End(host.IdOf(dara), dara, Cancel)), Cancel));

        Assert.Empty((await host.Look()).Drafts);
    }

    private static RecordingBook Book(DraftHost host) => host.Get<RecordingBook>();

    private static async Task Rename(DraftHost host, string session, string path, string screen, string? voice) =>
        Assert.IsType<EditOutcome.Kept>(await host.Book.Build(session, path, (await host.Look()).VersionOf(path), [new DialogEdit.SetVoice(screen, voice)], Cancel));

    private static async Task<EditOutcome> Keep(DraftHost host, string session, double seconds, string? print = null, string language = "en", ScreenId? screen = null)
    {
        var says = (await host.Look()).Reading.Found!.Find(screen ?? start)!.Text;
        return await Book(host).Keep(session, screen ?? start, language, print ?? RecordingList.PrintOf(says.Exactly(language)!), new MemoryStream(Sounds.Wave(seconds)), Cancel);
    }

    private static Task<byte[]?> Heard(DraftHost host) => host.Get<Media>().Read(Name, Cancel);

    private static byte[]? InMedia(DraftHost host) =>
        Path.Combine(host.Dialogs, "media/rights/hours.en.ogg") is var path && File.Exists(path) ? File.ReadAllBytes(path) : null;

    private static async Task<IEnumerable<DialogIssue>> Stale(DraftHost host) => (await host.Look()).Reading.Issues.Where(issue => issue.Code == "DLG071");
}
