using System.Globalization;
using System.Text;
using ChatSupport.EndToEnd.BotApi;
using ChatSupport.EndToEnd.Staff;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatSupport.EndToEnd.Reports;

/// <summary>Sopheap comes after the reports: Dara's browser gives her their keys, stopped midway and gone on with, and she opens one. A new recovery key is given
/// everything, and opens it with Debian's age. Then Dara leaves, and the cases get new keys.</summary>
public sealed class ANewCaseWorker : IDisposable
{
    private const string Story = "គេឃុំខ្ញុំ មួយសប្តាហ៍";

    private readonly RootSecret root = RootSecret.New();
    private readonly AgeIdentity recovery = AgeIdentity.New();
    private readonly AgeIdentity newRecovery = AgeIdentity.New();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        root.Dispose();
        recovery.Dispose();
        newRecovery.Dispose();
    }

    [Fact]
    public async Task Is_given_the_keys_of_her_cases_by_a_colleagues_browser()
    {
        await using var world = await ConsoleWorld.Start(("ChatSupport:Reports:RootKey", root.Public.ToString()));
        await using var sokha = await world.Administrator();
        await using var dara = await world.NewDesk();
        await dara.JoinsByPassword(await sokha.Invites("Dara", "Case worker"));
        await dara.TakesADevice(keepsKeys: true);
        var daras = await MakesAKeyWithAPasskey(dara);
        var old = Reader("recovery", ReaderRole.Recovery, recovery.Recipient.ToString());
        await Signs(world, 1, Reader("dara", ReaderRole.Worker, daras), old);
        var cases = new[] { await Sends(world), await Sends(world), await Sends(world) };

        await using var sopheap = await world.NewDesk();
        await sopheap.JoinsByPassword(await sokha.Invites("Sopheap", "Case worker"));
        var (sopheaps, words) = await MakesAKeyWithWords(sopheap);
        var both = new[] { Reader("dara", ReaderRole.Worker, daras), Reader("sopheap", ReaderRole.Worker, sopheaps) };
        await Signs(world, 2, [.. both, old]);
        Run(world, "UPDATE report_cases SET state = 'InAssessment', owner = (SELECT staff FROM report_keys WHERE recipient = $1)", sopheaps); // as a supervisor gives them

        await Shows(sopheap);
        await Expect(sopheap.Page.Locator("#key-missing")).ToContainTextAsync("Dara"); // no dead end: she is told who can give it
        await GivesOneAndIsCutOff(world, dara);
        await GoesOn(world, dara);
        await OpensWithWords(sopheap, words);
        await LooksWhetherHerKeysOpen(world, sopheap, words);
        await GivesAgain(world, dara);

        await Signs(world, 3, [.. both, old with { Revoked = true }, old with { Epoch = 2, Key = newRecovery.Recipient }]);
        await GivesToTheNewRecoveryKey(sopheap, words);
        await OpensInDebians(world, cases[0]);

        await Signs(world, 4, both[0] with { Revoked = true }, both[1], old with { Revoked = true }, old with { Epoch = 2, Key = newRecovery.Recipient });
        await MakesNewKeys(world, sopheap);
        await WritesUnderTheNewKey(world, sopheap, words);
        Assert.Empty(sopheap.Complaints);
        sopheap.AskedNobodyElse();
        dara.AskedNobodyElse();
    }

    private static async Task<string> MakesAKeyWithAPasskey(StaffDesk desk)
    {
        await desk.Opens("/console/reports/key", "My key");
        await desk.Page.Locator("[data-act=passkey]").ClickAsync();
        await Expect(desk.Page.Locator("[data-part=recipient]")).ToContainTextAsync("age1");
        return await desk.Page.Locator("[data-part=recipient]").InnerTextAsync();
    }

    private static async Task<(string Recipient, string Words)> MakesAKeyWithWords(StaffDesk desk)
    {
        await desk.Opens("/console/reports/key", "My key");
        await desk.Page.Locator("[data-act=words]").ClickAsync();
        var words = await desk.Page.Locator("[data-part=words]").InnerTextAsync();
        await desk.Page.Locator("[data-act=written]").ClickAsync();
        await desk.Page.Locator("[data-part=typed]").FillAsync(words);
        await desk.Page.Locator("[data-act=typed]").ClickAsync();
        await Expect(desk.Page.Locator("[data-part=recipient]")).ToContainTextAsync("age1");
        return (await desk.Page.Locator("[data-part=recipient]").InnerTextAsync(), words);
    }

    /// <summary>The second call is lost, as where a page is closed or a network goes: what was given stays given.</summary>
    private static async Task GivesOneAndIsCutOff(ConsoleWorld world, StaffDesk dara)
    {
        var calls = 0;
        await dara.Page.RouteAsync("**/console/reports/keys/give", route => ++calls == 2 ? route.AbortAsync() : route.ContinueAsync());
        await dara.Opens("/console/reports/keys", "Keys of cases");
        await Expect(dara.Page.Locator("#readers tr", new() { HasText = "Sopheap" })).ToContainTextAsync("Give 3");
        await dara.IsFine("case-keys", ColorScheme.Light, 1200);
        await dara.Page.Locator("[data-act=give][data-to=sopheap]").ClickAsync();
        await Expect(dara.Page.Locator("[data-part=trouble]")).ToBeVisibleAsync();
        Assert.Equal(2L, One(world, "SELECT count(*) FROM report_grants WHERE staff = 'sopheap'"));
        await dara.Page.UnrouteAsync("**/console/reports/keys/give");
    }

    private static async Task GoesOn(ConsoleWorld world, StaffDesk dara)
    {
        await dara.Opens("/console/reports/keys", "Keys of cases");
        await Expect(dara.Page.Locator("#readers tr", new() { HasText = "Sopheap" })).ToContainTextAsync("Give 2");
        await dara.Page.Locator("[data-act=give][data-to=sopheap]").ClickAsync();
        await Expect(dara.Page.Locator("[data-part=progress]")).ToContainTextAsync("2 of 2 are done.");
        Assert.Equal(6L, One(world, "SELECT count(*) FROM report_grants WHERE staff = 'sopheap'"));
        Assert.Equal(3L, One(world, "SELECT count(*) FROM audit_entries WHERE act = 'report.key-given'"));
        await dara.Opens("/console/reports/keys", "Keys of cases");
        await Expect(dara.Page.Locator("[data-act=give]")).ToHaveCountAsync(0);
    }

    /// <summary>Somebody put a file of no use among her keys: her browser finds it.</summary>
    private static async Task LooksWhetherHerKeysOpen(ConsoleWorld world, StaffDesk sopheap, string words)
    {
        Run(world, "UPDATE report_grants SET sealed = (SELECT sealed FROM report_grants WHERE staff = 'dara' LIMIT 1) WHERE rowid = (SELECT rowid FROM report_grants WHERE staff = 'sopheap' LIMIT 1)");
        await sopheap.Opens("/console/reports/keys", "Keys of cases");
        await sopheap.Page.Locator("[data-part=typed]").FillAsync(words);
        await sopheap.Page.Locator("[data-act=check]").ClickAsync();
        await Expect(sopheap.Page.Locator("[data-part=trouble]")).ToContainTextAsync("Some keys that you were given did not open.");
        Assert.Equal(5L, One(world, "SELECT count(*) FROM report_grants WHERE staff = 'sopheap'"));
    }

    private static async Task GivesAgain(ConsoleWorld world, StaffDesk dara)
    {
        await dara.Opens("/console/reports/keys", "Keys of cases");
        await dara.Page.Locator("[data-act=give][data-to=sopheap]").ClickAsync();
        await Expect(dara.Page.Locator("[data-part=progress]")).ToContainTextAsync("1 of 1 are done.");
        Assert.Equal(6L, One(world, "SELECT count(*) FROM report_grants WHERE staff = 'sopheap'"));
    }

    private static async Task Shows(StaffDesk desk)
    {
        await desk.Opens("/console/reports", "Reports");
        await desk.Page.Locator("#cases").GetByRole(AriaRole.Button, new() { Name = "Show" }).First.ClickAsync();
        await Expect(desk.Page.Locator("[data-part=typed]")).ToBeVisibleAsync();
    }

    private static async Task OpensWithWords(StaffDesk sopheap, string words)
    {
        await Shows(sopheap);
        await Expect(sopheap.Page.Locator("#key-missing")).ToHaveCountAsync(0);
        await sopheap.Page.Locator("[data-part=typed]").FillAsync(words);
        await sopheap.Page.Locator("[data-act=words]").ClickAsync();
        await Expect(sopheap.Page.Locator("[data-part=story]")).ToContainTextAsync(Story);
    }

    private static async Task GivesToTheNewRecoveryKey(StaffDesk sopheap, string words)
    {
        await sopheap.Opens("/console/reports/keys", "Keys of cases");
        await sopheap.Page.Locator("[data-part=typed]").FillAsync(words);
        await sopheap.Page.Locator("[data-act=give][data-to=recovery]").ClickAsync();
        await Expect(sopheap.Page.Locator("[data-part=progress]")).ToContainTextAsync("3 of 3 are done.");
        Assert.Equal("", await sopheap.Page.Locator("[data-part=typed]").InputValueAsync());
    }

    /// <summary>What her browser sealed to the new recovery key opens with anybody's age, and is the key of the case.</summary>
    private async Task OpensInDebians(ConsoleWorld world, Guid report)
    {
        var folder = Path.Combine(world.Program.Folder, "opened");
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, "key"), newRecovery.ToText(), Cancel);
        await File.WriteAllBytesAsync(Path.Combine(folder, "grant"),
            (byte[])One(world, "SELECT sealed FROM report_grants WHERE staff = 'recovery' AND reader_epoch = 2 AND purpose = 'case-key' AND case_id = $1", report.ToString("n")), Cancel);

        await NodePeers.Run("sh", ["-c", $"age -d -i {folder}/key -o {folder}/plain {folder}/grant"], Cancel);

        var lines = (await File.ReadAllTextAsync(Path.Combine(folder, "plain"), Cancel)).Split('\n');
        Assert.StartsWith($"1 chatsupport case-key case {report:n} row ", lines[0], StringComparison.Ordinal);
        Assert.True(AgeIdentity.TryParse(lines[1].Trim(), out var key));
        using (key)
            Assert.Equal((string)One(world, "SELECT case_key FROM report_cases WHERE id = $1", report.ToString("n")), key.Recipient.ToString());
    }

    private static async Task MakesNewKeys(ConsoleWorld world, StaffDesk sopheap)
    {
        await sopheap.Page.SetViewportSizeAsync(360, 740);
        await sopheap.Opens("/console/reports/keys", "Keys of cases");
        await Expect(sopheap.Page.Locator("#old-conversations")).ToContainTextAsync("3");
        await sopheap.IsFine("case-keys-new", ColorScheme.Light, 360);
        await sopheap.Page.Locator("[data-act=renew]").ClickAsync();
        await Expect(sopheap.Page.Locator("[data-part=progress]")).ToContainTextAsync("3 of 3 are done.");
        Assert.Equal("recovery sopheap", One(world, "SELECT group_concat(staff, ' ') FROM (SELECT DISTINCT staff FROM report_grants WHERE purpose = 'case-key' AND epoch = 2 ORDER BY staff)"));
        Assert.Equal(0L, One(world, "SELECT count(*) FROM report_grants WHERE purpose = 'case-key' AND staff = 'dara'"));
    }

    private async Task WritesUnderTheNewKey(ConsoleWorld world, StaffDesk sopheap, string words)
    {
        await OpensWithWords(sopheap, words); // what was said before stays readable
        await sopheap.Page.Locator("[data-part=note]").FillAsync("ring her sister");
        await sopheap.Page.Locator("button[data-act=note]").ClickAsync();
        await Expect(sopheap.Page.Locator("[data-part=said]")).ToContainTextAsync("The note is sealed");
        var report = Guid.ParseExact((string)One(world, "SELECT case_id FROM report_items WHERE purpose = 'note' AND epoch = 2"), "n");
        const string grant = "FROM report_grants WHERE purpose = 'case-key' AND epoch = 2 AND staff = 'recovery' AND case_id = $1";
        var row = Guid.ParseExact((string)One(world, $"SELECT id {grant}", report.ToString("n")), "n");

        using var key = NewKey.Open(new KeyGrant(row, "recovery", 2, (byte[])One(world, $"SELECT sealed {grant}", report.ToString("n"))), Purpose.CaseKey, report, 2, newRecovery);

        var note = Guid.ParseExact((string)One(world, "SELECT id FROM report_items WHERE purpose = 'note'"), "n");
        Assert.Equal("""{"by":"Sopheap","text":"ring her sister"}""", Encoding.UTF8.GetString(SealedFile.Open((byte[])One(world, "SELECT sealed FROM report_items WHERE purpose = 'note'"), new SealedPlace(Purpose.Note, report, note, 2), key)));
    }

    private static Reader Reader(string staff, ReaderRole role, string recipient) => AgeRecipient.TryParse(recipient, out var key)
        ? new Reader(staff, key, role, Second(DateTimeOffset.UtcNow.AddDays(-1)), Second(DateTimeOffset.UtcNow.AddYears(1)), 1, Revoked: false)
        : throw new InvalidOperationException($"'{recipient}' is no key.");

    private static DateTimeOffset Second(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());

    private async Task Signs(ConsoleWorld world, uint version, params Reader[] readers) => await File.WriteAllTextAsync(
        Path.Combine(world.Program.Folder, "data", "readers.txt"), new ReaderList(root.Public, version, Second(DateTimeOffset.UtcNow), [.. readers]).Sign(root), Cancel);

    /// <summary>A report as the bot seals it, to who is on the list now.</summary>
    private async Task<Guid> Sends(ConsoleWorld world)
    {
        var id = Guid.NewGuid();
        using var caseKey = new NewKey(Purpose.CaseKey, id, 1);
        using var threadKey = new NewKey(Purpose.ThreadKey, id, 1);
        var list = ReaderList.Read(await File.ReadAllTextAsync(Path.Combine(world.Program.Folder, "data", "readers.txt"), Cancel), root.Public, out _)!;
        var readers = ReaderSet.Of(list.At(DateTimeOffset.UtcNow), out _)!;
        var place = new SealedPlace(Purpose.Answer, id, Guid.NewGuid(), 1);
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        Run(world, "INSERT INTO report_cases (id, state, risk, is_child, in_danger, epoch, case_key, thread_key, created_at, last_at, version) VALUES ($1, 'New', 1, 0, 0, 1, $2, $3, $4, $4, 1)",
            id.ToString("n"), caseKey.Public.ToString(), threadKey.Public.ToString(), now);
        foreach (var (purpose, grant) in caseKey.SealTo(readers).Select(grant => ("case-key", grant)).Concat(threadKey.SealTo(readers).Select(grant => ("thread-key", grant))))
        {
            Run(world, "INSERT INTO report_grants (id, case_id, purpose, epoch, staff, reader_epoch, sealed) VALUES ($1, $2, $3, 1, $4, $5, $6)",
                grant.Row.ToString("n"), id.ToString("n"), purpose, grant.Staff, grant.ReaderEpoch, grant.Sealed);
        }
        Run(world, "INSERT INTO report_items (id, case_id, purpose, question, epoch, at, sealed) VALUES ($1, $2, 'answer', 'what', 1, $3, $4)", place.Row.ToString("n"), id.ToString("n"), now,
            SealedFile.Seal(Encoding.UTF8.GetBytes($$"""{"question":"what","text":"{{Story}}"}"""), place, [caseKey.Public]));
        return id;
    }

    private static void Run(ConsoleWorld world, string sql, params object[] values)
    {
        using var open = Database(world);
        using var command = Command(open, sql, values);
        Assert.True(command.ExecuteNonQuery() > 0);
    }

    private static object One(ConsoleWorld world, string sql, params object[] values)
    {
        using var open = Database(world);
        using var command = Command(open, sql, values);
        return command.ExecuteScalar() ?? throw new InvalidOperationException($"Nothing was found: {sql}");
    }

    private static SqliteConnection Database(ConsoleWorld world)
    {
        var open = new SqliteConnection($"Data Source={Path.Combine(world.Program.Folder, "data", "chatsupport.db")};Pooling=False;Default Timeout=30");
        open.Open();
        return open;
    }

    private static SqliteCommand Command(SqliteConnection open, string sql, params object[] values)
    {
        var command = open.CreateCommand();
        command.CommandText = sql;
        for (var at = 0; at < values.Length; at++)
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"${at + 1}"), values[at] is uint number ? (long)number : values[at]);
        return command;
    }
}
