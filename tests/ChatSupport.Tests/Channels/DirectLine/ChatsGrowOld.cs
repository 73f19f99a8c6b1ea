using System.Net;
using ChatSupport.Channels.DirectLine;
using ChatSupport.Conversations;

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
