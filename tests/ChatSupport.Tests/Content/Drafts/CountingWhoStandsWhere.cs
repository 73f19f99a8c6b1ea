using ChatSupport.Content.Drafts;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;
using ChatSupport.Dialogs.Writing;
using ChatSupport.Tests.Conversations;
using static ChatSupport.Tests.Content.Drafts.DraftHost;

namespace ChatSupport.Tests.Content.Drafts;

public sealed class CountingWhoStandsWhere
{
    private static readonly ScreenId today = new("rights/hours", "today");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Says_how_many_are_on_a_screen_that_changes_or_goes_and_where_those_land()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await Stand(host, today, 6);
        await Stand(host, ScreenId.Of("rights/hours"), 5);
        await Stand(host, ScreenId.Of("rights"), 5); // nothing happens to them
        await host.Rewrite(dara, "Other words");
        await host.Book.Build(dara, Hours, (await host.Look()).VersionOf(Hours), [new DialogEdit.SetTarget("start", 0, "help"), new DialogEdit.RemoveScreen("today")], Cancel);

        var there = await host.Publishing.WhoStandsWhere(dara, await host.Publishing.Plan(dara), Cancel);

        Assert.Equal(
            [new StandsThere(ScreenId.Of("rights/hours"), ChangeKind.Changed, 5, null), new StandsThere(today, ChangeKind.Gone, 5, ScreenId.Of("rights/hours"))], there);
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(4, null)]
    [InlineData(5, 5)]
    [InlineData(9, 5)]
    [InlineData(10, 10)]
    public async Task Does_not_count_out_so_few_that_one_of_them_could_be_known(int stand, int? said)
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await Stand(host, ScreenId.Of("rights/hours"), stand);
        await host.Rewrite(dara, "Other words");

        Assert.Equal(said, Assert.Single(await host.Publishing.WhoStandsWhere(dara, await host.Publishing.Plan(dara), Cancel)).Conversations);
    }

    [Fact]
    public async Task Nobody_can_say_where_they_land_while_there_are_errors()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await Stand(host, today, 5);
        await host.Book.Build(dara, Hours, (await host.Look()).VersionOf(Hours), [new DialogEdit.RemoveScreen("today")], Cancel); // a choice still leads there

        Assert.Equal([new StandsThere(today, ChangeKind.Gone, 5, null)], await host.Publishing.WhoStandsWhere(dara, await host.Publishing.Plan(dara), Cancel));
    }

    [Fact]
    public async Task Of_a_dialog_that_goes_they_land_on_their_way_back_each_on_hers()
    {
        await using var host = await DraftHost.Start();
        var before = (await host.Look()).Reading.Interpreter;
        var after = await Without(host, "rights/hours.yaml");
        await Stand(host, today, 2);
        await Stand(host, today, 3, ScreenId.Of("rights"), ScreenId.Of("rights/hours"));

        var lands = host.Get<Standing>().Count(state => after.Settle(state, out _).Screen, Cancel);

        Assert.Equal(2, lands[(today, before.Home)]);
        Assert.Equal(3, lands[(today, ScreenId.Of("rights"))]);
    }

    [Fact]
    public async Task Behind_the_decoy_the_place_counts_that_she_comes_back_to_and_forgotten_moved_or_damaged_rows_do_not()
    {
        await using var host = await DraftHost.Start();
        await Stand(host, today, 1, decoy: true);
        await host.Store.Commit(Some.Inbound(Some.Key()), new Turn { Next = State(today) with { MovedAway = true } });
        await host.Store.Commit(Some.Inbound(Some.Key()), new Turn { Next = State(today) with { Lifecycle = LifecycleState.Consent, Dialog = null } });
        await Stand(host, today, 2);
        var damaged = Some.Key();
        await host.Store.Commit(Some.Inbound(damaged), new Turn { Next = State(today) });
        await host.Store.Writer.Write(session => session["UPDATE conversations SET state = $2 WHERE key = $1"].Run(damaged, new byte[] { 1, 2, 3 }), Cancel);

        Assert.Equal(3, Assert.Single(host.Get<Standing>().Count(_ => null, Cancel)).Value);
    }

    [Fact]
    public async Task More_than_one_batch_is_counted_whole()
    {
        await using var host = await DraftHost.Start();
        await Stand(host, today, 1_234);

        Assert.Equal(1_234, Assert.Single(host.Get<Standing>().Count(_ => null, Cancel)).Value);
    }

    private static Task<Receipt[]> Stand(DraftHost host, ScreenId screen, int many, params ScreenId[] trail) => Stand(host, screen, many, false, trail);

    private static Task<Receipt[]> Stand(DraftHost host, ScreenId screen, int many, bool decoy, params ScreenId[] trail) => Task.WhenAll(Enumerable.Range(0, many).Select(_ =>
        host.Store.Commit(Some.Inbound(Some.Key()), new Turn { Next = State(screen, trail) with { Decoy = decoy ? new DialogState { Screen = ScreenId.Of("decoy"), Language = "km" } : null } })));

    private static ConversationState State(ScreenId screen, params ScreenId[] trail) =>
        Some.State(1) with { Dialog = new DialogState { Screen = screen, Language = "km", Trail = [.. trail] } };

    private static async Task<Interpreter> Without(DraftHost host, string path)
    {
        var set = (await host.Look()).Reading.Interpreter.Dialogs;
        return new Interpreter(set with { Dialogs = set.Dialogs.Where(dialog => $"{dialog.Key}.yaml" != path).ToDictionary() }, ChatSupport.Content.KnownActions.All);
    }
}
