using System.Net;
using ChatSupport.Channels.DirectLine;
using ChatSupport.Conversations;
using ChatSupport.Storage;

namespace ChatSupport.Tests.Channels.DirectLine;

[Collection(OneWebHost.Name)]
public sealed class ChatsGrowOld(WebHost host)
{
    [Fact]
    public async Task Seven_days_after_the_last_turn_nothing_of_one_is_left()
    {
        var (old, young) = (await host.Welcome(), await host.Welcome());
        using var photo = new ByteArrayContent([0xFF, 0xD8, 0xFF, 1, 2, 3]);
        photo.Headers.ContentType = new("image/jpeg");
        await old.Call(HttpMethod.Post, "/upload", content: photo);
        host.Time.Advance(TimeSpan.FromDays(6));
        young.Token = host.Get<Tokens>().Issue(young.Conversation, null, DirectLineSite.Own);
        await young.Types("overtime");
        await young.Sees("This is home.");
        host.Time.Advance(TimeSpan.FromHours(25));

        await host.Get<Retention>().Run(TestContext.Current.CancellationToken);

        Assert.All((string[])["web_conversations", "web_activities", "web_files"], table => Assert.Equal(0, host.Count(table, old.Conversation)));
        Assert.Null(await host.Get<TurnStore>().Load(host.Get<ConversationKeys>().KeyOf(old.Conversation), TestContext.Current.CancellationToken));
        old.Token = host.Get<Tokens>().Issue(old.Conversation, null, DirectLineSite.Own);
        young.Token = host.Get<Tokens>().Issue(young.Conversation, null, DirectLineSite.Own);
        (await old.Call(HttpMethod.Get, "/activities")).IsRefused(HttpStatusCode.NotFound, "NotFound");
        Assert.NotEmpty(await young.Everything());
    }

    [Fact]
    public async Task One_that_is_used_without_end_keeps_its_last_thousand_whatever_stands_between_them()
    {
        var talk = await host.Welcome();
        var key = host.Get<ConversationKeys>().KeyOf(talk.Conversation);
        var before = host.Count("web_activities", talk.Conversation);

        await host.Get<StoreWriter>().Write(session =>
        {
            var menu = HistoryWrites.Append(session, key, "a menu", [1], at: 0)!.Value.Born;
            if (menu % 2 == 1)
                HistoryWrites.Append(session, key, "a line", [1], at: 0);
            for (var press = 0; press < 2000; press++) // what she does stands on odd numbers ever after
            {
                HistoryWrites.Append(session, key, $"a press {press}", [1], at: 0, isHers: true);
                HistoryWrites.Replace(session, key, menu, $"the menu {press}", [1], at: 0, locale: null);
            }

            return true;
        }, TestContext.Current.CancellationToken);

        Assert.InRange(host.Count("web_activities", talk.Conversation), before, 1100);
        await host.Get<StoreWriter>().Write(session => HistoryWrites.EraseAll(session, key, tell: true, at: 0), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(await talk.Everything(), activity => activity["text"] is not null);
    }

    [Fact]
    public async Task One_whose_conversation_does_not_open_goes_as_well_and_holds_up_no_other()
    {
        var (damaged, other) = (await host.Welcome(), await host.Welcome());
        var key = host.Get<ConversationKeys>().KeyOf(damaged.Conversation);
        await host.Get<IGrainFactory>().GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero, TestContext.Current.CancellationToken);
        await host.Get<StoreWriter>().Write(session => session["UPDATE conversations SET state = x'00' WHERE key = $1"].Run(key), TestContext.Current.CancellationToken);
        host.Time.Advance(TimeSpan.FromDays(8));

        await host.Get<Retention>().Run(TestContext.Current.CancellationToken);

        Assert.All((WebTalk[])[damaged, other], talk => Assert.Equal(0, host.Count("web_activities", talk.Conversation)));
        await host.Get<StoreWriter>().Write(session => session["DELETE FROM conversations WHERE key = $1"].Run(key), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_file_that_arrives_after_its_chat_is_gone_is_not_kept()
    {
        const string Gone = "web:gone";
        using var coming = host.Get<Underway>().Begin(Gone);

        var refusal = await host.Get<Files>().Keep(Gone, [new UploadedFile("file", "image/jpeg")], [new SentFile([1], null)], coming, TestContext.Current.CancellationToken);

        Assert.Equal(Refusal.TooLate, refusal);
    }

    [Fact]
    public async Task What_was_taken_away_pushes_out_nothing_that_stands()
    {
        var talk = await host.Welcome();
        var key = host.Get<ConversationKeys>().KeyOf(talk.Conversation);
        var said = (await talk.Everything()).Count(activity => activity["text"] is not null);

        await host.Get<StoreWriter>().Write(session =>
        {
            for (var refused = 0; refused < 2500; refused++)
            {
                var born = HistoryWrites.Append(session, key, $"refused {refused}", [1], at: 0, isHers: true)!.Value.Born;
                HistoryWrites.TakeAway(session, key, [born], [], tell: true, at: 0);
            }

            return true;
        }, TestContext.Current.CancellationToken);

        Assert.Equal(said, (await talk.Everything()).Count(activity => activity["text"] is not null));
        Assert.InRange(host.Count("web_activities", talk.Conversation), said, 1200 + said);
    }

    [Fact]
    public async Task One_whose_question_for_consent_stood_unanswered_goes_with_what_was_typed()
    {
        var talk = await host.Begin();
        await talk.Types("a marked word");
        await talk.Sees("This is consent.");

        await host.Get<ConversationDoor>().Receive(new Inbound
        {
            Id = $"consent-expiry-{talk.Conversation}",
            Conversation = host.Get<ConversationKeys>().KeyOf(talk.Conversation),
            Event = new InboundEvent.Due(DueKind.ConsentExpiry),
            ArrivedAt = host.Time.GetUtcNow(),
        }, TestContext.Current.CancellationToken);
        host.Time.Advance(TimeSpan.FromMinutes(61));
        await host.Get<Retention>().Run(TestContext.Current.CancellationToken);

        Assert.Equal(0, host.Count("web_activities", talk.Conversation));
    }
}
