using ChatSupport.Content;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;
using ChatSupport.Storage;
using ChatSupport.Tests.Conversations;
using ChatSupport.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Content;

/// <summary>What the serving program does when content changes, with everything that it has.</summary>
public sealed class ServingARevision : IDisposable
{
    private readonly Installation installation = new();
    private readonly string key = Some.Key("test");
    private long seen;

    public void Dispose() => installation.Dispose();

    [Fact]
    public async Task Who_stood_on_a_screen_that_is_gone_lands_on_the_nearest_with_a_kind_word_and_old_buttons_do_nothing_wrong()
    {
        installation.AddDialog("zebra", "Stripes.");
        await using var app = await installation.Serve();
        await Types(app, "hello");
        await Types(app, "1");
        var zebra = await Types(app, "zebra please");
        Assert.Equal("zebra", zebra.Screen.ToString());

        File.Delete(Path.Combine(installation.Dialogs, "zebra.yaml"));
        await Change(app, "dialogs", "publish");
        var after = await Does(app, new Input.Button(zebra.Choices[0].Id));

        Assert.NotEqual("zebra", after.Screen.Dialog);
        Assert.Equal(app.Services.GetRequiredService<Library>().Current.Dialogs.Phrases.In(Phrase.Moved, "en"), after.Notice);
    }

    [Fact]
    public async Task A_roll_back_is_taken_up_and_stays_after_a_restart_with_the_folder_unchanged()
    {
        await using (var app = await installation.Serve())
        {
            installation.AddDialog("zebra", "Stripes.");
            await Change(app, "dialogs", "publish");
            Assert.NotNull(app.Services.GetRequiredService<Library>().Current.Dialogs.Find(ScreenId.Of("zebra")));
            await Change(app, "dialogs", "rollback");
            Assert.Null(app.Services.GetRequiredService<Library>().Current.Dialogs.Find(ScreenId.Of("zebra")));
        }

        await using var again = await installation.Serve();

        Assert.Equal(3, again.Services.GetRequiredService<LiveRevision>().Number);
        Assert.Null(again.Services.GetRequiredService<Library>().Current.Dialogs.Find(ScreenId.Of("zebra")));
    }

    [Fact]
    public async Task A_changed_folder_is_published_at_the_start_and_an_unchanged_one_is_not()
    {
        await using (var first = await installation.Serve())
            Assert.Equal(1, first.Services.GetRequiredService<LiveRevision>().Number);
        await using (var same = await installation.Serve())
            Assert.Equal(1, same.Services.GetRequiredService<LiveRevision>().Number);
        installation.AddDialog("zebra", "Stripes.");

        await using var changed = await installation.Serve();

        Assert.Equal(2, changed.Services.GetRequiredService<LiveRevision>().Number);
    }

    [Fact]
    public async Task A_folder_that_is_gone_leaves_the_last_revision_and_a_warning()
    {
        await using (var first = await installation.Serve())
            Assert.Equal(1, first.Services.GetRequiredService<LiveRevision>().Number);
        Directory.Delete(installation.Dialogs, recursive: true);

        await using var again = await installation.Serve();

        Assert.Equal(1, again.Services.GetRequiredService<LiveRevision>().Number);
        Assert.Contains("cannot be read", again.Services.GetRequiredService<LiveRevision>().Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_revision_that_this_version_cannot_run_leaves_the_one_in_place_and_a_warning()
    {
        await using var app = await installation.Serve();
        var live = app.Services.GetRequiredService<LiveRevision>();

        await app.Services.GetRequiredService<RevisionRows>().Add(new Revision
        {
            Fingerprint = "of-a-newer-version",
            Files = RevisionArchive.Pack([new("home.yaml", "format: 99"u8.ToArray())]),
            PublishedAt = DateTimeOffset.UtcNow,
            PublishedBy = "test",
            Why = "",
            Findings = 0,
        }, expectedLive: 1, TestContext.Current.CancellationToken);
        await Until(() => live.Trouble is not null);

        Assert.Equal(1, live.Number);
        Assert.StartsWith("Revision 2 cannot be served by this process", live.Trouble, StringComparison.Ordinal);
        Assert.NotEmpty((await Types(app, "hello")).Text);
    }

    [Fact]
    public async Task Of_two_who_publish_at_the_same_moment_one_is_told()
    {
        await using var app = await installation.Serve();
        var rows = app.Services.GetRequiredService<RevisionRows>();
        var revision = new Revision { Fingerprint = "x", Files = RevisionArchive.Pack([]), PublishedAt = DateTimeOffset.UtcNow, PublishedBy = "test", Why = "", Findings = 0 };

        var numbers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => rows.Add(revision, expectedLive: 1, TestContext.Current.CancellationToken)));

        Assert.Equal(2, Assert.Single(numbers, number => number is not null));
    }

    private async Task Change(WebApplication app, params string[] words)
    {
        var live = app.Services.GetRequiredService<LiveRevision>();
        var before = live.Number;
        var outcome = await installation.Run(words);
        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        await Until(() => live.Number > before);
    }

    private Task<Reply.Menu> Types(WebApplication app, string text) => Does(app, new Input.Text(text));

    /// <summary>What the bot shows in answer.</summary>
    private async Task<Reply.Menu> Does(WebApplication app, Input input)
    {
        await app.Services.GetRequiredService<ConversationDoor>().Receive(
            Some.Inbound(key, happened: new InboundEvent.Did(input)) with { LanguageHint = "en" }, TestContext.Current.CancellationToken);
        var seals = app.Services.GetRequiredService<TurnSeals>();
        var added = app.Services.GetRequiredService<StoreReaders>().Read(session =>
            session["SELECT id, turn, part, body FROM outbox WHERE conversation = $1 AND id > $2 ORDER BY id"].All(
                row => (Id: row.GetInt64(0), Body: seals.OpenBody(key, row.GetInt64(1), row.GetInt32(2), (byte[])row.GetValue(3))), key, seen));
        seen = added[^1].Id;
        return added.Select(row => row.Body).OfType<OutboundBody.Show>().Select(show => show.Reply).OfType<Reply.Menu>().Last();
    }

    private static async Task Until(Func<bool> isSo)
    {
        for (var began = System.Diagnostics.Stopwatch.StartNew(); !isSo(); await Task.Delay(5, TestContext.Current.CancellationToken))
            Assert.True(began.Elapsed < TimeSpan.FromMinutes(1), "The revision was not taken up.");
    }
}
