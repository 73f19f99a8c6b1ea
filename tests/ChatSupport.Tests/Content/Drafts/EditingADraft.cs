using System.Text;
using ChatSupport.Content.Drafts;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Writing;
using ChatSupport.Staff.Roles;
using static ChatSupport.Tests.Content.Drafts.DraftHost;

namespace ChatSupport.Tests.Content.Drafts;

public sealed class EditingADraft
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_who_change_one_text_the_second_is_told_by_whom_and_what_it_says_now()
    {
        await using var host = await DraftHost.Start();
        var (dara, srey) = (await host.Editor("Dara"), await host.Editor("Srey"));
        var seen = await host.Text(Hours, Says);

        Assert.IsType<EditOutcome.Kept>(await host.SetText(dara, Says, seen, "Dara's words: at most 8 hours a day or 48 hours a week."));
        var told = Assert.IsType<EditOutcome.Overtaken>(await host.SetText(srey, Says, seen, "Srey's words"));

        Assert.Equal((host.IdOf(dara), "Dara's words: at most 8 hours a day or 48 hours a week."), (told.By, told.Says));
        Assert.StartsWith("Dara's", await host.Text(Hours, Says), StringComparison.Ordinal);
        Assert.IsType<EditOutcome.Kept>(await host.SetText(srey, Says, told.Says, "Srey's words")); // "Keep mine"
        Assert.Equal("Srey's words", await host.Text(Hours, Says));
    }

    [Fact]
    public async Task Of_two_who_change_different_texts_of_a_file_at_once_both_are_kept()
    {
        await using var host = await DraftHost.Start();
        var sessions = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => host.Editor($"Editor {n}")));
        (TextPlace Place, string Language)[] texts = [(Says, "en"), (Says, "km"), (SaysToday, "en"), (SaysToday, "km")];
        var was = await Task.WhenAll(texts.Select(text => host.Text(Hours, text.Place, text.Language)));

        var outcomes = await Task.WhenAll(texts.Select((text, n) => Task.Run(() => host.SetText(sessions[n], text.Place, was[n], $"By editor {n}", language: text.Language))));

        Assert.All(outcomes, outcome => Assert.IsType<EditOutcome.Kept>(outcome));
        for (var n = 0; n < texts.Length; n++)
            Assert.Equal($"By editor {n}", await host.Text(Hours, texts[n].Place, texts[n].Language));
    }

    [Fact]
    public async Task A_build_on_a_stale_look_is_refused_and_changes_nothing()
    {
        await using var host = await DraftHost.Start();
        var (dara, srey) = (await host.Editor("Dara"), await host.Editor("Srey"));
        var seen = (await host.Look()).VersionOf(Hours);
        Assert.IsType<EditOutcome.Kept>(await host.Book.Build(dara, Hours, seen, [new DialogEdit.MoveChoice("start", 0, 1)], Cancel));
        var before = await host.TextOf(Hours);

        var told = Assert.IsType<EditOutcome.Overtaken>(await host.Book.Build(srey, Hours, seen, [new DialogEdit.RemoveChoice("start", 0)], Cancel));

        Assert.Equal(host.IdOf(dara), told.By);
        Assert.Equal(before, await host.TextOf(Hours));
    }

    [Fact]
    public async Task A_build_on_a_look_before_an_outside_publish_is_refused_although_there_was_no_draft()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        var seen = (await host.Look()).VersionOf(Hours);
        host.Write(Hours, host.InFolder(Hours).Replace("The labour law says:", "The law of labour says:", StringComparison.Ordinal));
        await host.PublishOutside();

        Assert.IsType<EditOutcome.Overtaken>(await host.Book.Build(dara, Hours, seen, [new DialogEdit.RemoveChoice("start", 0)], Cancel));
        Assert.IsType<EditOutcome.Overtaken>(await host.Book.PutBack(dara, Hours, seen, [1], Cancel));
        Assert.Empty((await host.Look()).Drafts);
    }

    [Fact]
    public async Task A_build_is_all_or_nothing()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");

        var refused = Assert.IsType<EditOutcome.Refused>(await host.Book.Build(
            dara, Hours, (await host.Look()).VersionOf(Hours), [new DialogEdit.RemoveChoice("start", 0), new DialogEdit.RemoveChoice("start", 9)], Cancel));

        Assert.NotEmpty(refused.Why);
        Assert.Empty((await host.Look()).Drafts);
    }

    [Fact]
    public async Task A_draft_that_was_thrown_away_and_begun_anew_is_not_taken_for_the_old_one()
    {
        await using var host = await DraftHost.Start();
        var (dara, srey) = (await host.Editor("Dara"), await host.Editor("Srey"));
        for (var round = 0; round < 3; round++)
        {
            await host.Rewrite(dara, $"One {round}");
            await host.Rewrite(dara, $"Two {round}");
            await host.Rewrite(dara, $"Three {round}");
            var seen = (await host.Look()).VersionOf(Hours);
            Assert.IsType<EditOutcome.Kept>(await host.Book.Drop(srey, Hours, seen, Cancel));
            for (var again = 0; again < 4; again++) // within the same second, and past the number that she saw
            {
                await host.Rewrite(srey, $"Anew {round} {again}");
                Assert.IsType<EditOutcome.Overtaken>(await host.Book.Build(dara, Hours, seen, [new DialogEdit.RemoveChoice("start", 0)], Cancel));
                Assert.IsType<EditOutcome.Overtaken>(await host.Book.Drop(dara, Hours, seen, Cancel));
            }
        }
    }

    [Fact]
    public async Task Throwing_a_draft_away_is_recorded_and_only_of_the_draft_that_was_seen()
    {
        await using var host = await DraftHost.Start();
        var (dara, srey) = (await host.Editor("Dara"), await host.Editor("Srey"));
        await host.Rewrite(dara, "One");
        var seen = (await host.Look()).VersionOf(Hours);
        await host.Rewrite(dara, "Two");

        Assert.Equal(host.IdOf(dara), Assert.IsType<EditOutcome.Overtaken>(await host.Book.Drop(srey, Hours, seen, Cancel)).By);
        Assert.IsType<EditOutcome.Kept>(await host.Book.Drop(srey, Hours, (await host.Look()).VersionOf(Hours), Cancel));
        Assert.IsType<EditOutcome.Refused>(await host.Book.Drop(srey, Hours, (await host.Look()).VersionOf(Hours), Cancel));

        Assert.Equal(host.IdOf(srey), Assert.Single(host.Audit("content.drop")).Who);
    }

    [Fact]
    public async Task Undone_to_what_is_live_there_is_no_draft()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        var kept = Assert.IsType<EditOutcome.Kept>(await host.Rewrite(dara, "One"));

        var back = Assert.IsType<EditOutcome.Kept>(await host.Book.PutBack(dara, Hours, kept.Version, kept.Before!.Bytes.ToArray(), Cancel));

        Assert.Empty((await host.Look()).Drafts);
        Assert.Equal((await host.Look()).VersionOf(Hours), back.Version);
        Assert.IsType<EditOutcome.Kept>(await host.Book.PutBack(dara, Hours, back.Version, kept.After!.Bytes.ToArray(), Cancel)); // redo
        Assert.Equal("One", await host.Text(Hours, Says));
    }

    [Fact]
    public async Task What_an_edit_changed_is_told_as_it_really_was_so_that_undo_takes_back_nothing_of_others()
    {
        await using var host = await DraftHost.Start();
        var (dara, srey) = (await host.Editor("Dara"), await host.Editor("Srey"));
        var (says, today) = (await host.Text(Hours, Says), await host.Text(Hours, SaysToday));
        await host.SetText(srey, SaysToday, today, "Srey's words");

        var kept = Assert.IsType<EditOutcome.Kept>(await host.SetText(dara, Says, says, "Dara's words"));

        Assert.Contains("Srey's words", Encoding.UTF8.GetString(kept.Before!.Bytes.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("rights/../../x")]
    [InlineData("/etc/passwd")]
    [InlineData("places/x")]
    [InlineData("media/x")]
    [InlineData("phrases")]
    [InlineData("translations")]
    [InlineData("risk-words")]
    [InlineData("con")]
    [InlineData("rights/aux")]
    [InlineData("com1")]
    [InlineData("rights//x")]
    [InlineData("rights/")]
    [InlineData("Rights/X")]
    [InlineData(".hidden")]
    [InlineData("x.y")]
    [InlineData("-x")]
    [InlineData("ច្បាប់")]
    [InlineData("a\nb")]
    [InlineData("")]
    public async Task A_dialog_cannot_be_given_a_name_that_breaks_out_or_means_something_else(string id)
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");

        Assert.IsType<EditOutcome.Refused>(await host.Book.NewDialog(dara, id, "ថ្មី", "New", Cancel));
        Assert.IsType<EditOutcome.Refused>(await host.Book.NewDialog(dara, new string('a', 101), "ថ្មី", "New", Cancel));
        if ((await host.Look()).Find($"{id}.yaml") is null)
            Assert.IsType<EditOutcome.Refused>(await host.Book.PutBack(dara, $"{id}.yaml", 0, "x"u8.ToArray(), Cancel));
        Assert.Empty((await host.Look()).Drafts);
    }

    [Theory]
    [InlineData("Night work")]
    [InlineData("She said: \"no\" # really, {a: b} [c] 'd' \\ %")]
    [InlineData("{{ lang }} <script>alert(1)</script>")]
    [InlineData("- yes")]
    [InlineData("null")]
    public async Task A_new_dialog_says_its_title_whatever_that_is(string title)
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");

        Assert.IsType<EditOutcome.Kept>(await host.Book.NewDialog(dara, "rights/night-work", "ការងារយប់", title, Cancel));

        var dialog = (await host.Look()).Reading.Found!.Dialogs["rights/night-work"];
        Assert.Equal((title, "ការងារយប់"), (dialog.Title.Exactly("en"), dialog.Title.Exactly("km")));
        Assert.Contains("already", Assert.IsType<EditOutcome.Refused>(await host.Book.NewDialog(dara, "rights/night-work", "ការងារយប់", title, Cancel)).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "New")]
    [InlineData("ថ្មី", "  ")]
    [InlineData("ថ្មី", "half of an emoji")]
    [InlineData("ថ្មី", "two\nlines")]
    [InlineData("ថ្មី", "bell \a")]
    public async Task A_title_that_cannot_be_kept_is_refused(string khmer, string english)
    {
        await using var host = await DraftHost.Start();

        Assert.IsType<EditOutcome.Refused>(await host.Book.NewDialog(await host.Editor("Dara"), "rights/night-work", khmer, english.Replace("an emoji", "\ud83d", StringComparison.Ordinal), Cancel));
        Assert.Empty((await host.Look()).Drafts);
    }

    [Fact]
    public async Task Two_who_make_the_same_dialog_make_one()
    {
        await using var host = await DraftHost.Start();
        var sessions = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => host.Editor($"Editor {n}")));

        var outcomes = await Task.WhenAll(sessions.Select((session, n) => Task.Run(() => host.Book.NewDialog(session, "night", $"យប់{n}", $"Night {n}", Cancel))));

        Assert.Single(outcomes.OfType<EditOutcome.Kept>());
    }

    [Fact]
    public async Task A_file_that_would_be_larger_than_is_read_is_refused()
    {
        await using var host = await DraftHost.Start();

        Assert.IsType<EditOutcome.Refused>(await host.Book.PutBack(
            await host.Editor("Dara"), Hours, (await host.Look()).VersionOf(Hours), new byte[YamlFile.MaxBytes + 1], Cancel));
    }

    [Fact]
    public async Task A_session_that_ended_and_a_role_that_was_taken_away_hold_at_once()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await host.Rewrite(dara, "One");
        await host.Get<ChatSupport.Staff.Accounts.Sessions>().End("test", dara, Cancel);

        await Assert.ThrowsAsync<SessionEndedException>(() => host.SetText(dara, Says, "One", "Two"));
        Assert.Equal("One", await host.Text(Hours, Says));
    }
}
