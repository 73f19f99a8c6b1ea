using System.Collections.Concurrent;
using System.Globalization;
using ChatSupport.Content;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation;
using ChatSupport.Hosting;
using ChatSupport.Reports;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Reports.Sealing.Receipts;
using ChatSupport.Reports.Work;
using ChatSupport.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatSupport.Benchmarks.Reports;

/// <summary>The program's conversations and reports in this process, over a real database that waits for the disk. Their channel takes everything at once.</summary>
internal sealed class BusyReports : IAsyncDisposable
{
    private static int events;

    private readonly IHost host;
    private readonly Everything channel;
    private int people;

    private BusyReports(IHost host, Everything channel) => (this.host, this.channel) = (host, channel);

    /// <summary>What makes and opens numbers, with its line for slow hashes.</summary>
    public ReceiptLock Receipts => host.Services.GetRequiredService<ReceiptLock>();

    public static async Task<BusyReports> Start(string folder)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = folder });
        builder.Configuration.AddInMemoryCollection([.. Readers(folder), new("ChatSupport:Conversations:Burst", "1000")]);
        var channel = new Everything();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddConversations();
        builder.Services.AddReports().AddReportIntake().AddEscalation();
        builder.Services.AddSingleton<FreedMemory>(); // everybody waits for it, so it belongs to what is measured
        builder.Services.AddSingleton<Library>().AddSingleton<IChannelOut>(channel);
        builder.UseConversationCluster();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        var host = builder.Build();
        host.Services.GetRequiredService<Library>().Replace(new Interpreter(
            DialogReader.Read(ContentFolder.Read(ContentFolder.Find(AppContext.BaseDirectory)!), KnownActions.All, DateOnly.FromDateTime(DateTime.UtcNow)).Set!, KnownActions.All));
        await host.StartAsync();
        return new BusyReports(host, channel);
    }

    /// <summary>What is in the database now.</summary>
    public Kept Count() => host.Services.GetRequiredService<StoreReaders>().Read(session => new Kept(
        (long)session["SELECT count(*) FROM report_cases"].One()!,
        (long)session["SELECT count(*) FROM report_drafts"].One()!,
        (long)session["SELECT count(*) FROM report_items WHERE purpose = 'answer'"].One()!,
        ManyAtOnce.Count(session["SELECT created_at FROM report_cases"].All(row => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0))))));

    /// <summary>Somebody new, at home.</summary>
    /// <param name="place">Where she writes from; null for somewhere.</param>
    public async Task<Reporter> Meet(int? place = null)
    {
        var she = new Reporter(this, string.Create(CultureInfo.InvariantCulture, $"{Everything.Name}:she{Interlocked.Increment(ref people):0000000000}"), place);
        await she.Types("hello");
        await she.Presses("I agree. Begin");
        return she;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    private static IEnumerable<KeyValuePair<string, string?>> Readers(string folder)
    {
        using var root = RootSecret.New();
        using var dara = AgeIdentity.New();
        using var recovery = AgeIdentity.New();
        var now = DateTimeOffset.UtcNow;
        var list = new ReaderList(root.Public, 1, now,
        [
            new ChatSupport.Reports.Sealing.Readers.Reader("dara", dara.Recipient, ReaderRole.Worker, now.AddDays(-1), now.AddYears(1), 1, Revoked: false),
            new ChatSupport.Reports.Sealing.Readers.Reader("recovery", recovery.Recipient, ReaderRole.Recovery, now.AddDays(-1), now.AddYears(1), 1, Revoked: false),
        ]);
        var file = Path.Combine(folder, "readers.txt");
        File.WriteAllText(file, list.Sign(root));
        return [new("ChatSupport:Reports:RootKey", root.Public.ToString()), new("ChatSupport:Reports:Readers", file)];
    }

    /// <summary>How much is kept of reports.</summary>
    /// <param name="Cases">Reports that were sent.</param>
    /// <param name="Drafts">Such as were not yet.</param>
    /// <param name="Answers">Sealed answers of both.</param>
    /// <param name="Flagged">Of those sent, how many are marked as having come with many at once.</param>
    internal sealed record Kept(long Cases, long Drafts, long Answers, int Flagged);

    /// <summary>Somebody who reports.</summary>
    internal sealed class Reporter(BusyReports world, string conversation, int? place)
    {
        public Task Types(string text) => Does(new Input.Text(text));

        /// <summary>Presses a button of the menu that she sees now.</summary>
        public async Task Presses(string label)
        {
            var menu = await Sees();
            var choice = menu.Choices.SingleOrDefault(choice => choice.Label == label)
                ?? throw new InvalidOperationException($"She sees no '{label}' but: {menu.Text} [{string.Join(" | ", menu.Choices.Select(one => one.Label))}]");
            await Does(new Input.Button(choice.Id));
        }

        /// <summary>Answers until she is asked what happened.</summary>
        public async Task Begins()
        {
            await Types("I want to make a report");
            foreach (var label in new[] { "🟢 It is safe", "I want to report", "I understand, begin", "About me", "⏭ Skip", "⏭ Skip" })
                await Presses(label);
        }

        /// <summary>Goes on from there to where it can be sent.</summary>
        public async Task GoesOn()
        {
            await Types("what happened to her");
            foreach (var label in new[] { "▶ Go on", "⏭ Skip", "⏭ Skip" })
                await Presses(label);
        }

        /// <summary>Tries to send it once.</summary>
        /// <returns>False where too many do, and she is told to send it again.</returns>
        public async Task<bool> TriesToSend()
        {
            await Presses((await Sees()).Choices.Any(choice => choice.Label == "📨 Send again") ? "📨 Send again" : "📨 Send");
            var told = await Sees();
            if (told.Choices.Any(choice => choice.Label == "💬 Write to me here"))
                return true;
            if (told.Choices.All(choice => choice.Label != "📨 Send again"))
                throw new InvalidOperationException($"It was not sent, and she is not told to send it again but: {told.Text}");
            return false;
        }

        /// <summary>Sends it, again where too many do.</summary>
        public async Task Sends()
        {
            while (!await TriesToSend())
                await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        private async Task<Reply.Menu> Sees()
        {
            await world.host.Services.GetRequiredService<Outbox>().Drained(conversation, CancellationToken.None);
            return world.channel.Menus[conversation];
        }

        private Task<Receipt> Does(Input input)
        {
            var number = Interlocked.Increment(ref events);
            return world.host.Services.GetRequiredService<ConversationDoor>().Receive(new Inbound
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{Everything.Name}:1:{number}"),
                Conversation = conversation,
                Address = conversation,
                Event = new InboundEvent.Did(input),
                ArrivedAt = DateTimeOffset.UtcNow,
                MessageId = string.Create(CultureInfo.InvariantCulture, $"m{number}"),
                LanguageHint = "en",
                Place = place,
            }, CancellationToken.None);
        }
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
