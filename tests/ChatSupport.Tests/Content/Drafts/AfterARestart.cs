using ChatSupport.Content;
using ChatSupport.Content.Drafts;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Writing;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;
using ChatSupport.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Content.Drafts;

/// <summary>What was published in the console, in the serving program, over a restart.</summary>
public sealed class AfterARestart : IDisposable
{
    private const string Words = "New words: at most 8 hours a day or 48 hours a week.";

    private readonly Installation installation = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => installation.Dispose();

    [Fact]
    public async Task The_consoles_revision_stays_though_the_folder_could_not_follow()
    {
        await using (var app = await installation.Serve())
        {
            var before = ContentFolder.Read(installation.Dialogs);
            Assert.Equal(2, (await Publish(app)).Number);
            await ContentFolder.Write(installation.Dialogs, before, Cancel); // as if it had never been written
        }

        await using var again = await installation.Serve();

        Assert.Equal(2, again.Services.GetRequiredService<LiveRevision>().Number);
        Assert.Equal(Words, Live(again));
    }

    [Fact]
    public async Task The_folder_that_followed_is_not_published_once_more()
    {
        await using (var app = await installation.Serve())
            Assert.Empty((await Publish(app)).LeftInFolder!);

        await using var again = await installation.Serve();

        Assert.Equal(2, again.Services.GetRequiredService<LiveRevision>().Number);
        Assert.Equal(Words, Live(again));
    }

    [Fact]
    public async Task Really_new_content_of_the_folder_is_published_and_a_draft_of_before_is_kept()
    {
        await using (var app = await installation.Serve())
        {
            await Publish(app);
            await Write(app, Words + " And more.");
        }
        installation.AddDialog("zebra", "Stripes.");

        await using var again = await installation.Serve();

        Assert.Equal(3, again.Services.GetRequiredService<LiveRevision>().Number);
        Assert.Equal(Words, Live(again));
        var workspace = await again.Services.GetRequiredService<Workspaces>().Now();
        Assert.Equal([DraftHost.Hours], workspace.Drafts.Keys);
        Assert.Empty(workspace.Outdated);
    }

    [Fact]
    public async Task What_is_published_at_the_shell_is_seen_by_open_pages()
    {
        await using var app = await installation.Serve();
        var workspaces = app.Services.GetRequiredService<Workspaces>();
        var told = new TaskCompletionSource();
        workspaces.Changed += () => told.TrySetResult();
        installation.AddDialog("zebra", "Stripes.");

        Assert.Equal(0, (await installation.Run("dialogs", "publish")).Code);
        await told.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancel);

        Assert.Equal(2, (await workspaces.Now()).Live);
    }

    private static string? Live(WebApplication app) =>
        app.Services.GetRequiredService<ChatSupport.Conversations.Library>().Current.Dialogs.Find(ScreenId.Of("rights/hours"))!.Text.Exactly("en");

    private static async Task<PublishAnswer> Publish(WebApplication app)
    {
        var session = await Write(app, Words);
        var book = app.Services.GetRequiredService<PublishBook>();
        return await book.Publish(session, await book.Plan(session), "Clearer", Cancel);
    }

    private static async Task<string> Write(WebApplication app, string words)
    {
        var services = app.Services;
        var account = new StaffAccount { Id = AccountRows.NewId(), Name = $"Editor {words.Length}", Roles = [StaffRole.Editor], Stamp = AccountRows.NewId(), MadeAt = DateTimeOffset.UtcNow };
        await services.GetRequiredService<StoreWriter>().Write(session =>
        {
            services.GetRequiredService<AccountRows>().Add(session, account);
            return true;
        }, Cancel);
        var id = (await services.GetRequiredService<Sessions>().Begin(account.Id, account.Stamp, "test", "test", Cancel))!;
        var was = TextPlaces.Of((await services.GetRequiredService<Workspaces>().Now()).Find(DraftHost.Hours)!).First(text => text.Place == DraftHost.Says).Texts.Exactly("en");
        Assert.IsType<EditOutcome.Kept>(await services.GetRequiredService<DraftBook>().SetText(id, DraftHost.Hours, DraftHost.Says, "en", was, words, Cancel));
        return id;
    }
}
