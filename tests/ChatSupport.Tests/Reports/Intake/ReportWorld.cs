using System.Text;
using System.Text.Json.Nodes;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Reports;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Reports.Threads;
using ChatSupport.Storage;
using ChatSupport.Tests.Escalation;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Reports.Intake;

/// <summary>Reports at work over the shipped content, with a desk beside them, readers whose keys are known here, and phones that show what they are sent.</summary>
internal sealed class ReportWorld : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("chatsupport-reports-");
    private readonly RootSecret root = RootSecret.New();
    private uint version;

    private ReportWorld()
    {
    }

    public DeskWorld Desk { get; private set; } = null!;

    public Sendings Media { get; } = new();

    /// <summary>A case worker.</summary>
    public AgeIdentity Dara { get; } = AgeIdentity.New();

    /// <summary>The recovery key.</summary>
    public AgeIdentity Recovery { get; } = AgeIdentity.New();

    public ReportKeys Keys => Desk.Host.Get<ReportKeys>();

    private string[] Settings => [$"--ChatSupport:Reports:RootKey={root.Public}", $"--ChatSupport:Reports:Readers={Path.Combine(folder.FullName, "readers.txt")}",
        "--ChatSupport:Conversations:Burst=1000"];

    /// <param name="isRead">There are readers.</param>
    public static async Task<ReportWorld> Start(bool isRead = true)
    {
        var world = new ReportWorld();
        if (isRead)
            world.Sign(Reader("dara", world.Dara), Reader("recovery", world.Recovery, ReaderRole.Recovery));
        world.Desk = await DeskWorld.Start(services => services.AddSingleton<IMediaSource>(world.Media), world.Settings);
        return world;
    }

    /// <summary>The power fails and comes back.</summary>
    public Task Restart() => Desk.Restart(Settings);

    public static Reader Reader(string staff, AgeIdentity key, ReaderRole role = ReaderRole.Worker, uint epoch = 1, bool isRevoked = false) =>
        new(staff, key.Recipient, role, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero), epoch, isRevoked);

    /// <summary>The root signs another list.</summary>
    public void Sign(params Reader[] readers)
    {
        var list = new ReaderList(root.Public, ++version, new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero), [.. readers]);
        File.WriteAllText(Path.Combine(folder.FullName, "readers.txt"), list.Sign(root));
    }

    /// <summary>A worker who agreed, and stands at the question who it is about.</summary>
    public async Task<Somebody> Reporter()
    {
        var she = await Desk.Worker();
        await Begins(she);
        return she;
    }

    /// <summary>She goes as far as the question who it is about.</summary>
    public static async Task Begins(Somebody she, bool byWords = true)
    {
        if (byWords)
        {
            await she.Types("I want to make a report");
        }
        else
        {
            await she.Presses("Emergency");
            await she.Presses("Locked in, cannot leave");
            await she.Presses("Report confidentially");
        }
        await she.Presses("🟢 It is safe");
        await she.Presses("I want to report");
        await she.Presses("I understand, begin");
    }

    /// <summary>She answers the coded questions, and stands where she can say what happened.</summary>
    public static async Task Tells(Somebody she, string about = "About me")
    {
        await she.Presses(about);
        await she.Presses("🟢 No");
        await she.Presses("Forced or held");
    }

    /// <summary>She says what happened, skips the rest and sends it.</summary>
    /// <returns>Her number.</returns>
    public static async Task<string> Sends(Somebody she, params string[] said)
    {
        foreach (var text in said)
            await she.Types(text);
        await she.Presses("▶ Go on");
        await she.Presses("This week");
        await she.Presses("⏭ Skip");
        await she.Presses("📨 Send");
        return Number(she) ?? throw new InvalidOperationException($"No number was shown: {she.Screen}");
    }

    /// <summary>A whole report.</summary>
    public async Task<(Somebody She, string Number)> Report(params string[] said)
    {
        var she = await Reporter();
        await Tells(she);
        return (she, await Sends(she, said.Length == 0 ? ["what happened to her"] : said));
    }

    /// <summary>The number that stands in her chat; null for none.</summary>
    public static string? Number(Somebody she) => she.Sees.Select(shown => shown.Text).LastOrDefault(text => text.Length == 24 && text.All(c => char.IsAsciiDigit(c) || c == ' '));

    /// <summary>The only case there is.</summary>
    public string Case => Assert.Single(Rows("SELECT id FROM report_cases"));

    /// <summary>The first column of each row.</summary>
    public List<string> Rows(string sql) => Desk.Host.Get<StoreReaders>().Read(session => session[sql].All(row => row.GetValue(0).ToString()!));

    /// <summary>How many rows there are in all tables of reports, but for those that say that something was.</summary>
    public long Left() => new[] { "report_drafts", "report_cases", "report_items", "report_grants", "report_messages", "report_receipts", "report_routes", "report_alerts", "report_holds", "report_tasks" }
        .Sum(table => long.Parse(Rows($"SELECT count(*) FROM {table}")[0], System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The answers of a case, as who holds this key reads them.</summary>
    public List<JsonNode> Opens(AgeIdentity reader, string staff, string caseId)
    {
        using var key = KeyOf(reader, staff, caseId, "case-key");
        return Desk.Host.Get<StoreReaders>().Read(session => session["SELECT id, sealed FROM report_items WHERE case_id = $1 AND purpose = 'answer' ORDER BY at, rowid"].All(
            row => JsonNode.Parse(SealedFile.Open((byte[])row.GetValue(1), new SealedPlace(Purpose.Answer, Id(caseId), Id(row.GetString(0)), 1), key))!, caseId));
    }

    /// <summary>The bytes of what was sent along.</summary>
    public byte[] OpensFile(AgeIdentity reader, string staff, string caseId, string row)
    {
        using var key = KeyOf(reader, staff, caseId, "case-key");
        var file = Desk.Host.Get<StoreReaders>().Read(session => (byte[])session["SELECT sealed FROM report_items WHERE id = $1"].One(row)!);
        return SealedFile.Open(file, new SealedPlace(Purpose.Attachment, Id(caseId), Id(row), 1), key);
    }

    /// <summary>The messages of a case.</summary>
    public List<string> OpensThread(AgeIdentity reader, string staff, string caseId)
    {
        using var key = KeyOf(reader, staff, caseId, "thread-key");
        return Desk.Host.Get<StoreReaders>().Read(session => session["SELECT id, sealed FROM report_messages WHERE case_id = $1 AND media = '' ORDER BY at, rowid"].All(
            row => Encoding.UTF8.GetString(SealedFile.Open((byte[])row.GetValue(1), new SealedPlace(Purpose.Message, Id(caseId), Id(row.GetString(0)), 1), key)), caseId));
    }

    /// <summary>The recordings among the messages of a case.</summary>
    public List<byte[]> OpensRecordings(AgeIdentity reader, string staff, string caseId)
    {
        using var key = KeyOf(reader, staff, caseId, "thread-key");
        return Desk.Host.Get<StoreReaders>().Read(session => session["SELECT id, sealed FROM report_messages WHERE case_id = $1 AND media <> '' ORDER BY at, rowid"].All(
            row => SealedFile.Open((byte[])row.GetValue(1), new SealedPlace(Purpose.Attachment, Id(caseId), Id(row.GetString(0)), 1), key), caseId));
    }

    /// <summary>A case worker writes to her, as her browser does: sealed to the key of the conversation.</summary>
    public async Task Answers(string caseId, string text, bool isDamaged = false)
    {
        var key = Rows($"SELECT thread_key FROM report_cases WHERE id = '{caseId}'")[0];
        Assert.True(AgeRecipient.TryParse(key, out var recipient));
        var row = Guid.NewGuid();
        var file = SealedFile.Seal(Encoding.UTF8.GetBytes(text), new SealedPlace(Purpose.Message, Id(caseId), row, 1), [recipient]);
        if (isDamaged)
            file[^1] ^= 1;
        var now = Desk.Time.GetUtcNow();
        await Writes((session, routes) =>
        {
            session["INSERT INTO report_messages (id, case_id, from_reporter, epoch, at, sealed) VALUES ($1, $2, 0, 1, $3, $4)"].Run(row.ToString("n"), caseId, now.ToUnixTimeMilliseconds(), file);
            routes.Tell(session, caseId, now);
        });
        await Desk.Settle();
    }

    /// <summary>Writes in the database.</summary>
    public Task Writes(Action<StoreSession, ReportRoutes> act) => Desk.Host.Get<StoreWriter>().Write(session =>
    {
        act(session, Desk.Host.Get<ReportRoutes>());
        return true;
    }, TestContext.Current.CancellationToken);

    public Task Writes(string sql) => Writes((session, _) => session[sql].Run());

    /// <summary>Every byte of the database and of what is written before it.</summary>
    public byte[] Bytes()
    {
        using var all = new MemoryStream();
        foreach (var file in Directory.EnumerateFiles(Desk.Host.Folder, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            stream.CopyTo(all);
        }
        return all.ToArray();
    }

    /// <summary>What of hers was taken from her chat.</summary>
    public bool IsTakenAway(string message) => Desk.Phones.Sent.Any(sent => sent.Body is OutboundBody.Erase erase && erase.Messages.Contains(message));

    public async ValueTask DisposeAsync()
    {
        await Desk.DisposeAsync();
        root.Dispose();
        Dara.Dispose();
        Recovery.Dispose();
        folder.Delete(recursive: true);
    }

    private AgeIdentity KeyOf(AgeIdentity reader, string staff, string caseId, string purpose)
    {
        var found = Desk.Host.Get<StoreReaders>().Read(session => session["SELECT id, reader_epoch, sealed FROM report_grants WHERE case_id = $1 AND staff = $2 AND purpose = $3"].All(
            row => new KeyGrant(Id(row.GetString(0)), staff, (uint)row.GetInt64(1), (byte[])row.GetValue(2)), caseId, staff, purpose));
        return NewKey.Open(Assert.Single(found), purpose == "case-key" ? Purpose.CaseKey : Purpose.ThreadKey, Id(caseId), 1, reader);
    }

    private static Guid Id(string text) => Guid.ParseExact(text, "n");
}

/// <summary>What workers sent in the channel of the tests.</summary>
internal sealed class Sendings : IMediaSource
{
    private readonly Dictionary<string, SentMedia> sent = new(StringComparer.Ordinal);

    public string Channel => Phones.Name;

    /// <summary>How often something was fetched.</summary>
    public int Fetched { get; private set; }

    public Input.Voice Voice(string key, byte[] bytes)
    {
        sent[key] = new SentMedia("audio/ogg", bytes);
        return new Input.Voice(key);
    }

    public Input.Unreadable Document(string key, byte[] bytes, string? caption = null)
    {
        sent[key] = new SentMedia("application/pdf", bytes);
        return new Input.Unreadable("document", key, caption);
    }

    public Input.Photo Photo(string key, byte[] bytes)
    {
        sent[key] = new SentMedia("image/jpeg", bytes);
        return new Input.Photo(key);
    }

    public Task<SentMedia?> Read(string conversation, string media, CancellationToken cancel)
    {
        Fetched++;
        return Task.FromResult(sent.GetValueOrDefault(media));
    }
}
