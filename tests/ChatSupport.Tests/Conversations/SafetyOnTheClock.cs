using System.Collections.Concurrent;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Conversations;

/// <summary>The schedule, the turn and the sender together, over a channel that writes down what it was given.</summary>
public sealed class SafetyOnTheClock
{
    [Fact]
    public async Task Ten_quiet_minutes_on_a_sensitive_screen_empty_the_chat_and_send_the_decoy_silently()
    {
        var channel = new Channel();
        await using var host = await TurnHost.Start(also: services => services.AddSingleton<IChannelOut>(channel));
        var key = Some.Key("test");
        await Post(host, key, "m1", new Input.Text("hello"));
        await Press(host, key, channel, "Agree");
        await Press(host, key, channel, "Health");
        await channel.Gets(outbound => outbound.Body is OutboundBody.Show { Reply: Reply.Menu { Screen.Dialog: "health" } });

        host.Time.Advance(TimeSpan.FromMinutes(10));

        var erase = await channel.Gets(outbound => outbound.Body is OutboundBody.Erase { Everything: true });
        Assert.Contains("m1", ((OutboundBody.Erase)erase.Body).Messages);
        var decoy = await channel.Gets(outbound => outbound.Body is OutboundBody.Show { Reply: Reply.Menu { Screen.Dialog: "decoy" } });
        Assert.True(decoy.Silent);
        Assert.Null(decoy.Edits);
    }

    private static async Task Press(TurnHost host, string key, Channel channel, string label)
    {
        var menu = await channel.Gets(outbound => Button(outbound, label) is not null);
        await Post(host, key, null, new Input.Button(Button(menu, label)!));
    }

    private static string? Button(Outbound outbound, string label) =>
        outbound.Body is OutboundBody.Show { Reply: Reply.Menu menu } ? menu.Choices.FirstOrDefault(button => button.Label == label)?.Id : null;

    private static Task<Receipt> Post(TurnHost host, string key, string? message, Input input) => host.Get<ConversationDoor>().Receive(
        Some.Inbound(key, messageId: message, happened: new InboundEvent.Did(input)) with { LanguageHint = "en" }, TestContext.Current.CancellationToken);

    private sealed class Channel : IChannelOut
    {
        private readonly ConcurrentQueue<Outbound> sent = new();
        private int number;

        string IChannelOut.Channel => "test";

        public ChannelPace Pace { get; } = new(1000, 1000, 1000, TimeSpan.FromHours(48));

        public Task<SendOutcome> Send(Outbound outbound, CancellationToken cancel)
        {
            sent.Enqueue(outbound);
            return Task.FromResult<SendOutcome>(new SendOutcome.Sent($"b{Interlocked.Increment(ref number)}"));
        }

        /// <summary>Waits until a message like this was sent.</summary>
        public async Task<Outbound> Gets(Func<Outbound, bool> like)
        {
            for (var waited = 0; waited < 1000; waited++)
            {
                if (sent.FirstOrDefault(like) is { } found)
                    return found;
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            throw new TimeoutException($"Not sent within 20 s. Sent were: {string.Join(", ", sent.Select(outbound => outbound.Body.GetType().Name))}.");
        }
    }
}
