using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation.Desk;

namespace ChatSupport.Tests.Escalation;

public sealed class OneWinner
{
    private const int Rounds = 1000;
    private const string Secret = "what only her helper may read";

    [Fact]
    public async Task Of_ten_who_take_it_at_the_same_moment_one_has_it_and_nine_know_and_nothing_more()
    {
        await using var world = await DeskWorld.Start("--ChatSupport:Conversations:Burst=1000");
        var helpers = new List<Somebody>();
        for (var one = 0; one < 10; one++)
            helpers.Add(await world.Educator());
        var worker = await world.Worker();

        for (var round = 0; round < Rounds; round++)
        {
            var id = await Waits(world, worker, 2);
            await Task.WhenAll(helpers.Select(helper => Takes(helper, id)));

            var chat = world.Desk.Read(pen => pen.Chat(id))!;
            Assert.Equal(1, chat.Epoch);
            Assert.Single(helpers, helper => helper.Educator == chat.Owner);
            Assert.Equal(9, Events(world, id, "claim-lost"));
            Assert.Equal(1, Events(world, id, "claimed"));
            await world.Settle();
            world.Time.Advance(TimeSpan.FromSeconds(1)); // or they would post faster than their limit
            await world.Desk.Write(pen => Closing.End(pen, pen.Chat(id)!), TestContext.Current.CancellationToken);
        }

        await world.Settle();
        var readers = world.Phones.Sent.Where(sent => sent.Body is OutboundBody.Line { Text: var text } && text.Contains(Secret, StringComparison.Ordinal)).ToList();
        Assert.Equal(Rounds, readers.Count);
        var won = helpers.ToDictionary(helper => helper.Key, helper => world.Host.Get<ChatSupport.Storage.StoreReaders>().Read(session =>
            (long)session["SELECT count(*) FROM desk_events WHERE kind = 'claimed' AND who = $1"].One(helper.Educator)!));
        Assert.All(helpers, helper => Assert.Equal(won[helper.Key], readers.Count(sent => sent.Conversation == helper.Key)));
        Assert.Equal(Rounds * 9, world.Phones.Sent.Count(sent => sent.Body is OutboundBody.Line { OnlyEdits: true, Text: var text } && text.Contains("Another helper has taken it", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nobody_has_more_than_she_may_however_fast_she_taps()
    {
        await using var world = await DeskWorld.Start("--ChatSupport:Conversations:Burst=1000");
        var helpers = new[] { await world.Educator(), await world.Educator(), await world.Educator() };
        var workers = new List<Somebody>();
        for (var one = 0; one < 8; one++)
            workers.Add(await world.Worker());
        var levels = new[] { 2, 0, 2, 1, 0, 2, 3, 1 };

        for (var round = 0; round < 20; round++)
        {
            var ids = new List<string>();
            for (var one = 0; one < workers.Count; one++)
                ids.Add(await Waits(world, workers[one], levels[(one + round) % levels.Length]));
            await Task.WhenAll(helpers.SelectMany(helper => ids.Select(id => Takes(helper, id))));

            foreach (var helper in helpers)
            {
                var own = world.Desk.Read(pen => pen.ChatsOf(helper.Educator!));
                Assert.NotEmpty(own);
                Assert.True(own.Count == 1 || (own.Count == 2 && own.TrueForAll(chat => chat.Level > 0)), $"She has {string.Join(", ", own.Select(chat => chat.Level))}.");
            }
            world.Time.Advance(TimeSpan.FromSeconds(5));
            await world.Desk.Write(pen => ids.ConvertAll(id => Closing.End(pen, pen.Chat(id)!)), TestContext.Current.CancellationToken);
        }
    }

    private static Task<string> Takes(Somebody helper, string chat) =>
        helper.Does(new InboundEvent.Did(new Input.Button($"d-take-{chat}")), pressed: "offer", settles: false);

    private static int Events(DeskWorld world, string chat, string kind) => world.Host.Get<ChatSupport.Storage.StoreReaders>().Read(session =>
        (int)(long)session["SELECT count(*) FROM desk_events WHERE chat = $1 AND kind = $2"].One(chat, kind)!);

    private static Task<string> Waits(DeskWorld world, Somebody worker, int level) => world.Desk.Write(pen =>
    {
        var chat = pen.Save(new DeskChat
        {
            Id = DeskIds.New(),
            Worker = worker.Key,
            Language = "en",
            Alias = Aliases.Draw(),
            Level = level,
            ArrivedAt = pen.Now,
            State = DeskState.Queued,
            OfferAt = pen.Now.AddDays(1),
            AlarmedAt = pen.Now,
        });
        pen.Lines.Add(new ChatSupport.Escalation.Relay.DeskLine
        {
            Chat = chat.Id,
            From = ChatSupport.Escalation.Relay.LineFrom.Worker,
            Text = Secret,
            State = ChatSupport.Escalation.Relay.LineState.Waiting,
            At = pen.Now,
        });
        return chat.Id;
    }, TestContext.Current.CancellationToken);
}
