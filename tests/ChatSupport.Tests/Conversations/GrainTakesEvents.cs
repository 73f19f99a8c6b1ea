using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Serialization;

namespace ChatSupport.Tests.Conversations;

public sealed class GrainTakesEvents
{
    [Fact]
    public async Task The_same_event_again_changes_nothing()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Does(new InboundEvent.Commanded("language"), id: "test:1:again");
        await talk.Commands("start");
        var before = await talk.State();

        var answer = await talk.Does(new InboundEvent.Commanded("language"), id: "test:1:again");

        Assert.Equal(Receipt.Repeated, answer.Receipt);
        Assert.Empty(answer.Out);
        Assert.Equal(before, await talk.State());
    }

    [Fact]
    public async Task The_same_event_again_after_a_restart_changes_nothing()
    {
        await using var first = await TurnHost.Start();
        var talk = await first.Welcome();
        await talk.Does(new InboundEvent.Commanded("language"), id: "test:1:before-restart");
        await using var second = await TurnHost.Start(first.Folder, first.Time);

        var answer = await talk.After(second).Does(new InboundEvent.Commanded("language"), id: "test:1:before-restart");

        Assert.Equal(Receipt.Repeated, answer.Receipt);
    }

    [Fact]
    public async Task An_event_older_than_memory_is_still_known()
    {
        await using var host = await TurnHost.Start(settings: "--ChatSupport:Conversations:Burst=1000");
        var talk = await host.Welcome();
        await talk.Does(new InboundEvent.Commanded("language"), id: "test:1:old");
        for (var i = 0; i < 100; i++)
            await talk.Commands("start");

        Assert.Equal(Receipt.Repeated, (await talk.Does(new InboundEvent.Commanded("language"), id: "test:1:old")).Receipt);
        Assert.Equal("rights", (await talk.Types("overtime")).Screen);
    }

    [Fact]
    public async Task A_state_that_moved_elsewhere_is_loaded_again_and_the_turn_repeated()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Put(state => state with { Dialog = state.Dialog! with { Language = "km" } });

        var answer = await talk.Types("overtime");

        Assert.Equal(Receipt.Committed, answer.Receipt);
        Assert.Equal("km", answer.Menus.Last().Language);
    }

    [Fact]
    public async Task While_the_database_takes_nothing_the_caller_is_told_and_nothing_changes()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await using (var other = new SqliteConnection(host.Get<Database>().ConnectionString))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var hold = other.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

            await Assert.ThrowsAsync<ConversationUnavailableException>(() => talk.Does(new InboundEvent.Commanded("language"), id: "test:1:later"));
        }

        var answer = await talk.Does(new InboundEvent.Commanded("language"), id: "test:1:later");
        Assert.Equal(Receipt.Committed, answer.Receipt);
        Assert.Equal("language", answer.Screen);
    }

    [Fact]
    public async Task Many_conversations_at_once_do_not_mix()
    {
        await using var host = await TurnHost.Start();
        var talks = Enumerable.Range(0, 100).Select(_ => host.Meet()).ToList();

        await Parallel.ForEachAsync(talks.Select((talk, i) => (talk, i)), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (one, _) =>
        {
            await one.talk.Types("hello");
            await one.talk.Presses("Agree");
            await one.talk.Presses("Note");
            await one.talk.Types($"note of {one.i}");
        });

        for (var i = 0; i < talks.Count; i++)
            Assert.Equal(new Value.Text($"note of {i}"), (await talks[i].State()).Dialog!.Variables.Items["note"]);
    }

    [Fact]
    public async Task Events_of_one_conversation_are_taken_one_after_another()
    {
        await using var host = await TurnHost.Start(settings: "--ChatSupport:Conversations:Burst=1000");
        var talk = await host.Welcome();
        var before = (await talk.State()).Version;
        var door = host.Get<ConversationDoor>();

        var receipts = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => door.Receive(
            Some.Inbound(talk.Key, happened: new InboundEvent.Commanded("start")), TestContext.Current.CancellationToken)));

        Assert.All(receipts, receipt => Assert.Equal(Receipt.Committed, receipt));
        Assert.Equal(before + 50, (await talk.State()).Version);
    }

    [Fact]
    public async Task A_conversation_that_left_memory_goes_on_from_the_disk()
    {
        await using var host = await TurnHost.Start(settings: "--ChatSupport:Conversations:IdleAfter=00:05:00");
        var talk = await host.Welcome();
        await talk.Presses("Note");

        await host.Get<IGrainFactory>().GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero, TestContext.Current.CancellationToken);

        Assert.Equal("rights", (await talk.Types("my note")).Screen);
        Assert.Equal(TimeSpan.FromMinutes(5), host.Get<IOptions<GrainCollectionOptions>>().Value.CollectionAge);
    }

    [Fact]
    public async Task Only_the_latest_used_stay_in_memory_and_the_others_go_on_from_the_disk()
    {
        await using var host = await TurnHost.Start(settings: "--ChatSupport:Conversations:InMemory=100");
        var door = host.Get<ConversationDoor>();
        var first = await host.Welcome();
        await first.Presses("Note");

        for (var round = 0; round < 2; round++)
        {
            var receipts = await Task.WhenAll(Enumerable.Range(0, 300).Select(chat => door.Receive(
                Some.Inbound($"test:crowd-{chat}", happened: new InboundEvent.Commanded("start")), TestContext.Current.CancellationToken)));
            Assert.All(receipts, receipt => Assert.Equal(Receipt.Committed, receipt));
        }

        var manager = host.Get<IGrainFactory>().GetGrain<IManagementGrain>(0);
        Task<int> InMemory() => Task.Run(async () => (await manager.GetSimpleGrainStatistics(TestContext.Current.CancellationToken))
            .Where(kind => kind.GrainType.Contains(nameof(ConversationGrain), StringComparison.Ordinal)).Sum(kind => kind.ActivationCount));
        while (await InMemory() is var count && count > 100) // what is sent away finishes what it has in hand
            Assert.InRange(count, 1, 601);
        Assert.Equal(100, await InMemory());
        Assert.Equal("rights", (await first.Types("my note")).Screen);
    }

    [Fact]
    public async Task Every_kind_of_event_survives_the_way_to_another_node()
    {
        await using var host = await TurnHost.Start();
        var serializer = host.Get<Serializer>();
        InboundEvent[] events =
        [
            new InboundEvent.Did(new Input.Text("ខ្ញុំ")), new InboundEvent.Did(new Input.Button("n-home")), new InboundEvent.Did(new Input.Location(10.6, 103.5)),
            new InboundEvent.Did(new Input.Voice("v")), new InboundEvent.Did(new Input.Photo("p")), new InboundEvent.Did(new Input.Unreadable()),
            new InboundEvent.Did(new Input.Edited()), new InboundEvent.Commanded("x"), new InboundEvent.Unreachable(), new InboundEvent.Reachable(),
            new InboundEvent.Moved(), new InboundEvent.Continued(new Input.Photo("more")), new InboundEvent.Ended(), new InboundEvent.Due(DueKind.PlaceExpiry), new InboundEvent.Notice("rights#start"),
            new InboundEvent.News("peer-joined", "abcdefghjk"), new InboundEvent.Reacted("❤"), new InboundEvent.Did(new Input.Edited("ខ្ញុំ")), new InboundEvent.Did(new Input.Unreadable("sticker")),
        ];
        var kinds = typeof(InboundEvent).GetNestedTypes().Concat(typeof(Input).GetNestedTypes());

        foreach (var what in events)
        {
            var inbound = Some.Inbound("test:1", happened: what) with { MessageId = "m", PressedOn = "p", LanguageHint = "km" };
            Assert.Equal(inbound, serializer.Deserialize<Inbound>(serializer.SerializeToArray(inbound)));
        }

        var sent = events.Select(what => what.GetType()).Concat(events.OfType<InboundEvent.Did>().Select(did => did.Input.GetType())).ToHashSet();
        Assert.All(kinds, kind => Assert.Contains(kind, sent));
    }
}
