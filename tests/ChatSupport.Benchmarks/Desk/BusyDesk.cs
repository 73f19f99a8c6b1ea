using System.Collections.Concurrent;
using System.Globalization;
using ChatSupport.Content;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatSupport.Benchmarks.Desk;

/// <summary>The program's conversations and desk in this process, over a real database, with many chats open between workers and educators. Their channel takes
/// everything at once, so that what is measured is the program.</summary>
internal sealed class BusyDesk : IAsyncDisposable
{
    private static int events;

    private readonly IHost host;
    private readonly Everything channel;

    private BusyDesk(IHost host, Everything channel) => (this.host, this.channel) = (host, channel);

    /// <summary>Workers who each talk with an educator.</summary>
    public IReadOnlyList<string> Talking { get; private set; } = [];

    /// <summary>Workers who walk the dialogs.</summary>
    public IReadOnlyList<string> Walking { get; private set; } = [];

    public static async Task<BusyDesk> Start(string folder, int chats)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = folder });
        var channel = new Everything();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddConversations().AddEscalation();
        builder.Services.AddSingleton<Library>().AddSingleton<IChannelOut>(channel);
        builder.UseConversationCluster();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        var host = builder.Build();
        host.Services.GetRequiredService<Library>().Replace(new Interpreter(
            DialogReader.Read(ContentFolder.Read(ContentFolder.Find(AppContext.BaseDirectory)!), KnownActions.All, DateOnly.FromDateTime(DateTime.UtcNow)).Set!, KnownActions.All));
        await host.StartAsync();
        var desk = new BusyDesk(host, channel);
        desk.Talking = await desk.OpenChats(chats);
        desk.Walking = await desk.Meet("walk", chats);
        return desk;
    }

    /// <summary>Somebody types.</summary>
    public Task Types(string conversation, string text) => Does(conversation, new InboundEvent.Did(new Input.Text(text)));

    /// <summary>Waits until nothing is on its way.</summary>
    public Task Drained(string conversation) => host.Services.GetRequiredService<Outbox>().Drained(conversation, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    private async Task<IReadOnlyList<string>> OpenChats(int count)
    {
        var workers = await Meet("talk", count);
        var educators = await Meet("help", (count + 1) / 2);
        var pens = host.Services.GetRequiredService<DeskPens>();
        foreach (var educator in educators)
            await pens.Write(pen => pen.Save(new Educator { Id = educator[^10..], Name = "", Alias = Aliases.Draw(), Languages = ["km", "en"], Conversation = educator }), CancellationToken.None);
        for (var at = 0; at < workers.Count; at++)
        {
            await Does(workers[at], new InboundEvent.Commanded("person"));
            for (var question = 0; question < 3; question++)
                await Presses(workers[at], menu => menu.Choices[1].Id);
            var (worker, id) = (workers[at], educators[at / 2][^10..]);
            var outcome = await pens.Write(pen => Claiming.Take(pen, pen.OpenChatOf(worker)!.Id, pen.Educator(id)!, null), CancellationToken.None);
            if (outcome != TakeOutcome.Taken)
                throw new InvalidOperationException($"The chat was not taken: {outcome}.");
        }
        foreach (var one in workers.Concat(educators))
            await Drained(one);
        return workers;
    }

    private async Task<IReadOnlyList<string>> Meet(string kind, int count)
    {
        var all = Enumerable.Range(0, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{Everything.Name}:{kind}{number:0000000000}")).ToList();
        foreach (var one in all)
        {
            await Does(one, new InboundEvent.Did(new Input.Text("hello")));
            await Presses(one, menu => menu.Choices[0].Id);
        }
        return all;
    }

    private async Task Presses(string conversation, Func<Reply.Menu, string> button)
    {
        await Drained(conversation);
        await Does(conversation, new InboundEvent.Did(new Input.Button(button(channel.Menus[conversation]))));
    }

    private Task<Receipt> Does(string conversation, InboundEvent what)
    {
        var number = Interlocked.Increment(ref events);
        return host.Services.GetRequiredService<ConversationDoor>().Receive(new Inbound
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{Everything.Name}:1:{number}"),
            Conversation = conversation,
            Address = conversation,
            Event = what,
            ArrivedAt = DateTimeOffset.UtcNow,
            MessageId = string.Create(CultureInfo.InvariantCulture, $"m{number}"),
            LanguageHint = "en",
        }, CancellationToken.None);
    }

    /// <summary>A channel that takes everything at once.</summary>
    private sealed class Everything : IChannelOut
    {
        public const string Name = "bench";

        private int sent;

        public string Channel => Name;

        public ChannelPace Pace { get; } = new(PerSecond: 10_000, PerChatPerSecond: 10_000, ChatBurst: 10_000, EraseWithin: null);

        public ConcurrentDictionary<string, Reply.Menu> Menus { get; } = new(StringComparer.Ordinal);

        public Task<SendOutcome> Send(Outbound outbound, CancellationToken cancel)
        {
            if (outbound.Body is OutboundBody.Show { Reply: Reply.Menu menu })
                Menus[outbound.Conversation] = menu;
            return Task.FromResult<SendOutcome>(new SendOutcome.Sent(Interlocked.Increment(ref sent).ToString(CultureInfo.InvariantCulture)));
        }
    }
}
