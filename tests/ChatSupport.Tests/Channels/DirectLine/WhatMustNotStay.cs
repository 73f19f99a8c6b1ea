using ChatSupport.Channels.DirectLine;
using ChatSupport.Conversations;

namespace ChatSupport.Tests.Channels.DirectLine;

/// <summary>A message that is shown once goes from our side also where the client of somebody else cannot take it off its screen.</summary>
[Collection(OneWebHost.Name)]
public sealed class WhatMustNotStay(WebHost host)
{
    [Theory]
    [InlineData("report:60", true)]
    [InlineData(null, false)]
    public async Task It_has_a_number_by_which_it_is_taken_away(string? ticket, bool isNumbered)
    {
        var talk = await host.Welcome();
        var key = host.Get<ConversationKeys>().KeyOf(talk.Conversation);
        var way = host.Get<IEnumerable<IChannelOut>>().Single(channel => channel.Channel == ChatNames.Channel);

        var sent = await way.Send(
            new Outbound { Id = 1_000_000 + (isNumbered ? 1 : 0), Conversation = key, Address = talk.Conversation, Body = new OutboundBody.Line { Text = "1234", Ticket = ticket } },
            TestContext.Current.CancellationToken);

        Assert.Equal(isNumbered, Assert.IsType<SendOutcome.Sent>(sent).MessageId is not null);
    }
}
