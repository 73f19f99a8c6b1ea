using System.Collections.Concurrent;
using System.Text;
using ChatSupport.Content;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Relay;
using ChatSupport.Reports;
using ChatSupport.Storage;
using ChatSupport.Tests.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ChatSupport.Tests.Escalation;

/// <summary>The desk at work over the shipped content: a real silo, a real database, and phones that show what they are sent.</summary>
internal sealed class DeskWorld : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, Interpreter> contents = new(StringComparer.Ordinal);
    private static int people;

    // In one statement: what is done in one place is begun in another by the same commit.
    private const string AllThatIsLeft = """
        SELECT (SELECT count(*) FROM outbox WHERE failure IS NULL) + (SELECT count(*) FROM desk_chats WHERE next_at <= $1)
            + (SELECT count(*) FROM desk_educators WHERE next_at <= $1) + (SELECT count(*) FROM desk_referrals WHERE next_at <= $1) + (SELECT count(*) FROM schedule WHERE due_at <= $1)
            + (SELECT count(*) FROM report_shown WHERE erase_at <= $1) + (SELECT count(*) FROM report_routes WHERE notice_at <= $1)
        """;

    private const string WhatIsLeft = """
        SELECT 'outbox ' || (SELECT count(*) FROM outbox WHERE failure IS NULL) || ', chats ' || (SELECT count(*) FROM desk_chats WHERE next_at <= $1)
            || ', referrals ' || (SELECT count(*) FROM desk_referrals WHERE next_at <= $1) || ', educators ' || (SELECT count(*) FROM desk_educators WHERE next_at <= $1) || ', schedule ' || (SELECT count(*) FROM schedule WHERE due_at <= $1)
        """;

    private readonly List<Somebody> everybody = [];
    private readonly Action<IServiceCollection>? also;
    private readonly string topic;
    private TurnHost host;

    private DeskWorld(TurnHost host, Phones phones, string topic, Action<IServiceCollection>? also) =>
        (this.host, Phones, this.topic, this.also) = (host, phones, topic, also);

    public Phones Phones { get; }

    public FakeTimeProvider Time => host.Time;

    public DeskPens Desk => host.Get<DeskPens>();

    public TurnHost Host => host;

    /// <summary>While it waits for messages to arrive, time goes on: what is tried again after a while is.</summary>
    public bool TimeGoesOn { get; set; }

    public static Task<DeskWorld> Start(params string[] settings) => Start(null, settings);

    /// <param name="also">Adds to the services.</param>
    /// <param name="settings">Its settings.</param>
    public static Task<DeskWorld> Start(Action<IServiceCollection>? also, params string[] settings) => StartAbout("", also, settings);

    /// <summary>Everybody who asks for a person asks about this.</summary>
    public static Task<DeskWorld> StartAbout(string topic, params string[] settings) => StartAbout(topic, null, settings);

    private static async Task<DeskWorld> StartAbout(string topic, Action<IServiceCollection>? also, string[] settings)
    {
        var phones = new Phones();
        return new DeskWorld(await StartHost(null, null, phones, topic, also, settings), phones, topic, also);
    }

    /// <summary>The power fails and comes back: the same database, and nothing that was in memory.</summary>
    public async Task Restart(params string[] settings)
    {
        var (folder, time) = (host.Folder, host.Time);
        await host.StopKeeping();
        host = await StartHost(folder, time, Phones, topic, also, settings);
        await Settle();
    }

    /// <summary>A worker who agreed and stands at home.</summary>
    public async Task<Somebody> Worker(string language = "en")
    {
        var worker = Meet(language);
        await worker.Types("hello");
        await worker.Presses(language == "km" ? "យល់ព្រម ចាប់ផ្តើម" : "I agree. Begin");
        return worker;
    }

    /// <summary>A worker who asked for a person and said no to the three questions.</summary>
    public async Task<Somebody> Asks(string language = "en")
    {
        var worker = await Worker(language);
        await worker.Commands("person");
        for (var question = 0; question < 3; question++)
            await worker.Presses(language == "km" ? "🟢 ទេ" : "🟢 No");
        return worker;
    }

    /// <summary>An educator who joined by her link, and is on unless it is said otherwise.</summary>
    public async Task<Somebody> Educator(DeskRole role = DeskRole.Educator, bool isOn = true, string language = "en")
    {
        var id = DeskIds.New();
        var secret = await Desk.Write(pen =>
        {
            pen.Save(new Educator { Id = id, Name = $"name-{id}", Alias = Aliases.Draw(), Role = role, Languages = ["km", "en"] });
            return Joining.Invite(pen, id);
        }, TestContext.Current.CancellationToken);
        var educator = Meet(language);
        educator.Educator = id;
        await educator.Types("/start desk-" + secret);
        if (isOn && role == DeskRole.Educator)
            await educator.Presses("I'm on");
        return educator;
    }

    /// <summary>She presses her way to a person. Danger makes it level 0.</summary>
    public static async Task Asks(Somebody worker, bool danger = false)
    {
        await worker.Presses("Talk to a person");
        await worker.Presses(danger ? "🔴 Yes" : "🟢 No");
        await worker.Presses("🟢 No");
        await worker.Presses("🟢 No");
    }

    /// <summary>A worker whose chat somebody has, both having said something.</summary>
    public async Task<(Somebody Worker, Somebody Helper)> Talk()
    {
        var helper = await Educator();
        var worker = await Worker();
        await Asks(worker);
        await helper.Presses("I take it");
        await worker.Types("hello from her");
        await helper.Types("hello from the helper");
        return (worker, helper);
    }

    /// <summary>Somebody nobody knows yet.</summary>
    public Somebody Meet(string language = "en")
    {
        var somebody = new Somebody(this, $"{Phones.Name}:{Interlocked.Increment(ref people):x32}", language);
        everybody.Add(somebody);
        return somebody;
    }

    /// <summary>The open chat of a worker; null for none.</summary>
    public DeskChat? ChatOf(Somebody worker) => Desk.Read(pen => pen.OpenChatOf(worker.Key));

    /// <summary>Every line of a chat.</summary>
    public List<DeskLine> Lines(string chat) => Desk.Read(pen => pen.Lines.Of(chat));

    /// <summary>Time passes, and everything that becomes due in it is done.</summary>
    public async Task Pass(TimeSpan time)
    {
        host.Time.Advance(time);
        await Settle();
    }

    /// <summary>Waits until nothing is on its way and nothing is due.</summary>
    public async Task Settle()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (Left() > 0)
        {
            Assert.False(limit.IsCancellationRequested, $"It never ends: {host.Get<StoreReaders>().Read(session => (string)session[WhatIsLeft].One(host.Time.GetUtcNow().ToUnixTimeMilliseconds())!)}");
            if (!TimeGoesOn)
            {
                foreach (var one in everybody.ToList())
                    await host.Get<Outbox>().Drained(one.Key, limit.Token);
            }
            await Task.Delay(2, TestContext.Current.CancellationToken); // the desk's clock runs on its own thread
            if (TimeGoesOn)
                host.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>Waits for something that happens beside what is stuck meanwhile.</summary>
    public static async Task Until(Func<bool> happened, string what)
    {
        for (var count = 0; !happened(); count++)
        {
            Assert.True(count < 6000, $"It did not happen: {what}");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Gives what can arrive now a moment to arrive.</summary>
    public async Task Breathe()
    {
        for (var count = 0; count < 8 && Left() > 0; count++)
            await Task.Delay(2, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private long Left()
    {
        var now = host.Time.GetUtcNow().ToUnixTimeMilliseconds();
        return host.Get<StoreReaders>().Read(session => (long)session[AllThatIsLeft].One(now)!);
    }

    private static Task<TurnHost> StartHost(string? folder, FakeTimeProvider? time, Phones phones, string topic, Action<IServiceCollection>? also, string[] settings) =>
        TurnHost.Start(folder, time, contents.GetOrAdd(topic, ReadContent), services =>
        {
            services.AddSingleton<IChannelOut>(phones);
            services.AddReports().AddReportIntake();
            services.AddEscalation();
            also?.Invoke(services);
        }, settings);

    private static Interpreter ReadContent(string topic)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "ChatSupport.sln")))
            root = root.Parent;
        var files = ContentFolder.Read(Path.Combine(root?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository."), "dialogs"));
        if (topic.Length > 0)
            files = [.. files.Select(file => file.Path == "person.yaml" ? file with { Bytes = About(topic, file.Bytes) } : file)];
        return new Interpreter(DialogReader.Read(files, KnownActions.All, new DateOnly(2026, 11, 24)).Set!, KnownActions.All);
    }

    private static ReadOnlyMemory<byte> About(string topic, ReadOnlyMemory<byte> person) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(person.Span).Replace("peer.request, with: { ", $"peer.request, with: {{ topic: {topic}, ", StringComparison.Ordinal));
}

/// <summary>A worker, an educator or a supervisor with a phone.</summary>
internal sealed class Somebody(DeskWorld world, string key, string language)
{
    private static int events;

    public string Key { get; } = key;

    /// <summary>Her id at the desk; null for a worker.</summary>
    public string? Educator { get; set; }

    /// <summary>What stands in her chat.</summary>
    public IReadOnlyList<Shown> Sees
    {
        get
        {
            var phone = world.Phones.Of(Key);
            lock (phone)
                return [.. phone.Shown];
        }
    }

    /// <summary>All words in her chat.</summary>
    public string Screen => string.Join('\n', Sees.Select(shown => shown.Text));

    public Task<string> Types(string text, string? thread = null, string? answers = null) => Does(new InboundEvent.Did(new Input.Text(text)), thread, answers);

    public Task<string> Sends(Input input, string? thread = null) => Does(new InboundEvent.Did(input), thread, null);

    /// <summary>How often something stands in her chat.</summary>
    public int Count(string text) => Sees.Count(shown => shown.Text.Contains(text, StringComparison.Ordinal));

    /// <summary>Blocks the bot, as a channel reports it at once.</summary>
    public Task Blocks() => Does(new InboundEvent.Unreachable());

    /// <summary>Lets the bot write again.</summary>
    public Task Unblocks() => Does(new InboundEvent.Reachable());

    public Task<string> Commands(string name) => Does(new InboundEvent.Commanded(name), null, null);

    /// <summary>Presses the newest button with this label.</summary>
    public async Task Presses(string label)
    {
        var shown = Sees.LastOrDefault(one => one.Buttons.Any(button => button.Label == label))
            ?? throw new InvalidOperationException($"She sees no button '{label}', only: {string.Join(", ", Sees.SelectMany(one => one.Buttons).Select(button => button.Label))}.\n{Screen}");
        await Does(new InboundEvent.Did(new Input.Button(shown.Buttons.Last(button => button.Label == label).Id)), null, null, shown.Id);
    }

    /// <summary>Changes what she wrote.</summary>
    public Task Edits(string message, string text) => Does(new InboundEvent.Did(new Input.Edited(text)), null, null, message: message);

    /// <summary>Puts a sign under a message.</summary>
    public Task Reacts(string message, string? emoji) => Does(new InboundEvent.Reacted(emoji), null, message);

    /// <summary>Posts an event and waits until all that follows from it has happened.</summary>
    /// <returns>The id of her message.</returns>
    public async Task<string> Does(InboundEvent what, string? thread = null, string? answers = null, string? pressed = null, string? message = null, bool settles = true)
    {
        var number = Interlocked.Increment(ref events);
        var hers = what is InboundEvent.Did or InboundEvent.Commanded or InboundEvent.Continued;
        message ??= hers && pressed is null ? $"m{number}" : null;
        await world.Host.Get<ConversationDoor>().Receive(new Inbound
        {
            Id = $"test:1:{number}",
            Conversation = Key,
            Address = hers ? $"address-of-{Key}" : null,
            Event = what,
            ArrivedAt = world.Time.GetUtcNow(),
            MessageId = message,
            PressedOn = pressed,
            LanguageHint = language,
            Thread = thread,
            AnswersTo = answers,
        }, TestContext.Current.CancellationToken);
        if (settles)
            await world.Settle();
        return message ?? "";
    }
}
