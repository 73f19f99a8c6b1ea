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

/// <summary>A case worker makes her key in the browser, the root signs it, a report is sealed to it by our own code, and she opens, answers and locks it. Nobody
/// but her browser, and whoever holds the keys, ever sees a word.</summary>
public sealed class ACaseWorkersDay : IDisposable
{
    private const string Story = "គេឃុំខ្ញុំ <img src=x onerror=alert(1)> មួយសប្តាហ៍";
    private const string Answer = "យើងកំពុងជួយអ្នក";

    private readonly RootSecret root = RootSecret.New();
    private readonly AgeIdentity recovery = AgeIdentity.New();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        root.Dispose();
        recovery.Dispose();
    }

    [Fact]
    public async Task A_report_is_opened_answered_and_locked_in_her_browser_alone()
    {
        await using var world = await ConsoleWorld.Start(("ChatSupport:Reports:RootKey", root.Public.ToString()));
        await using var sokha = await world.Administrator();
        await using var dara = await world.NewDesk();
        await dara.JoinsByPassword(await sokha.Invites("Dara", "Case worker"));
        await dara.TakesADevice(keepsKeys: true);

        var recipient = await MakesHerKey(dara);
        await SignsReaders(world, 1, recipient);
        await dara.Opens("/console/reports/key", "My key");
        await Expect(dara.Page.GetByText("It is signed.")).ToBeVisibleAsync();

        var report = await Sends(world);
        await Opens(dara);
        await Expect(dara.Page.Locator("[data-part=story]")).ToContainTextAsync(Story); // as text, whatever she wrote
        await dara.IsFine("case-opened", ColorScheme.Light, 1200);
        await Writes(dara, "message", Answer, "The answer is sealed");
        await Writes(dara, "note", "ring her sister", "The note is sealed");
        OpensInOurOwn(world, report);
        await OpensInDebians(world, report);

        await dara.Page.Locator("[data-part=note]").FillAsync("half a thought");
        await dara.Page.Locator("[data-act=lock]").ClickAsync();
        await Expect(dara.Page.Locator("[data-part=story] article")).ToHaveCountAsync(0);
        Assert.DoesNotContain("half a thought", await dara.Page.Locator("#case").InnerHTMLAsync(), StringComparison.Ordinal);
        await dara.Page.Locator("[data-act=passkey]").ClickAsync();
        await Expect(dara.Page.Locator("[data-part=note]")).ToHaveValueAsync("half a thought");

        await Swaps(world, report);
        await dara.Page.Locator("[data-act=lock]").ClickAsync();
        await dara.Page.Locator("[data-act=passkey]").ClickAsync();
        await Expect(dara.Page.Locator("[data-part=story]")).ToContainTextAsync("This cannot be opened"); // it lies elsewhere than it was sealed for
        await LocksByItself(dara);
        await IsUsableOnAPhoneInKhmer(dara);
        await OpensWithWordsOnPaper(world, sokha, recipient);
        Assert.Empty(dara.Complaints);
        dara.AskedNobodyElse();
    }

    private static async Task<string> MakesHerKey(StaffDesk dara)
    {
        await dara.Opens("/console/reports/key", "My key");
        await dara.Page.GetByRole(AriaRole.Button, new() { Name = "Make my key with a passkey" }).ClickAsync();
        await Expect(dara.Page.Locator("[data-part=recipient]")).ToContainTextAsync("age1");
        await dara.Shows("case-key");
        return await dara.Page.Locator("[data-part=recipient]").InnerTextAsync();
    }

    /// <summary>A second case worker, whose device has no passkeys, opens another report with what stands on her paper, however she types it.</summary>
    private async Task OpensWithWordsOnPaper(ConsoleWorld world, StaffDesk sokha, string recipient)
    {
        await using var sopheap = await world.NewDesk();
        await sopheap.JoinsByPassword(await sokha.Invites("Sopheap", "Case worker"));
        await sopheap.Opens("/console/reports/key", "My key");
        await sopheap.Page.Locator("[data-act=words]").ClickAsync();
        var words = await sopheap.Page.Locator("[data-part=words]").InnerTextAsync();
        await sopheap.Page.Locator("[data-act=written]").ClickAsync();
        await sopheap.Page.Locator("[data-part=typed]").FillAsync("12345 12345 12345 12345 12345");
        await sopheap.Page.Locator("[data-act=typed]").ClickAsync();
        await Expect(sopheap.Page.Locator("[data-part=trouble]")).ToContainTextAsync("That is not what stands on the paper.");
        await sopheap.Page.Locator("[data-part=typed]").FillAsync(words.ToLowerInvariant().Replace('-', ' '));
        await sopheap.Page.Locator("[data-act=typed]").ClickAsync();
        await Expect(sopheap.Page.Locator("[data-part=recipient]")).ToContainTextAsync("age1");
        await SignsReaders(world, 2, recipient, await sopheap.Page.Locator("[data-part=recipient]").InnerTextAsync());
        await Sends(world);

        await sopheap.Opens("/console/reports", "Reports");
        await sopheap.Page.Locator("#cases").GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await sopheap.Page.GetByRole(AriaRole.Button, new() { Name = "Take the case" }).ClickAsync();
        await sopheap.Page.Locator("[data-part=typed]").FillAsync(words);
        await sopheap.Page.Locator("[data-act=words]").ClickAsync();
        await Expect(sopheap.Page.Locator("[data-part=story]")).ToContainTextAsync(Story);
        Assert.Equal("", await sopheap.Page.Locator("[data-part=typed]").InputValueAsync());
        Assert.Empty(sopheap.Complaints);
    }

    private Task SignsReaders(ConsoleWorld world, uint version, params string[] recipients) =>
        SignedReaders.Sign(world.Program.Folder, root, recovery, version, recipients);

    /// <summary>A report as the bot seals it.</summary>
    private async Task<Sent> Sends(ConsoleWorld world)
    {
        var id = Guid.NewGuid();
        using var caseKey = new NewKey(Purpose.CaseKey, id, 1);
        using var threadKey = new NewKey(Purpose.ThreadKey, id, 1);
        var list = ReaderList.Read(await File.ReadAllTextAsync(Path.Combine(world.Program.Folder, "data", "readers.txt"), Cancel), root.Public, out _);
        var readers = ReaderSet.Of(list!.At(DateTimeOffset.UtcNow), out _)!;
        var (caseGrants, threadGrants) = (caseKey.SealTo(readers), threadKey.SealTo(readers));
        var place = new SealedPlace(Purpose.Answer, id, Guid.NewGuid(), 1);
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        Run(world, "INSERT INTO report_cases (id, state, risk, is_child, in_danger, epoch, case_key, thread_key, created_at, last_at, version) VALUES ($1, 'New', 1, 0, 0, 1, $2, $3, $4, $4, 1)",
            id.ToString("n"), caseKey.Public.ToString(), threadKey.Public.ToString(), now);
        foreach (var (purpose, grant) in caseGrants.Select(grant => ("case-key", grant)).Concat(threadGrants.Select(grant => ("thread-key", grant))))
        {
            Run(world, "INSERT INTO report_grants (id, case_id, purpose, epoch, staff, reader_epoch, sealed) VALUES ($1, $2, $3, 1, $4, $5, $6)",
                grant.Row.ToString("n"), id.ToString("n"), purpose, grant.Staff, grant.ReaderEpoch, grant.Sealed);
        }
        Run(world, "INSERT INTO report_items (id, case_id, purpose, question, epoch, at, sealed) VALUES ($1, $2, 'answer', 'what', 1, $3, $4)", place.Row.ToString("n"), id.ToString("n"), now,
            SealedFile.Seal(Encoding.UTF8.GetBytes($$"""{"question":"what","text":"{{Story}}"}"""), place, [caseKey.Public]));
        return new Sent(id, place.Row, threadGrants.Single(grant => grant.Staff == "recovery"), caseGrants.Single(grant => grant.Staff == "recovery"));
    }

    private static async Task Opens(StaffDesk dara)
    {
        await dara.Opens("/console/reports", "Reports");
        await dara.Page.Locator("#cases").GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await dara.Page.GetByRole(AriaRole.Button, new() { Name = "Take the case" }).ClickAsync();
        await dara.Page.Locator("[data-act=passkey]").ClickAsync();
    }

    private static async Task Writes(StaffDesk dara, string box, string text, string said)
    {
        await dara.Page.Locator($"[data-part={box}]").FillAsync(text);
        await dara.Page.Locator($"button[data-act={box}]").ClickAsync();
        await Expect(dara.Page.Locator("[data-part=said]")).ToContainTextAsync(said);
        await Expect(dara.Page.Locator($"[data-part={(box == "note" ? "notes" : "thread")}]")).ToContainTextAsync(text);
    }

    /// <summary>What her browser sealed is opened by our own code, with the recovery key.</summary>
    private void OpensInOurOwn(ConsoleWorld world, Sent report)
    {
        using var thread = NewKey.Open(report.Thread, Purpose.ThreadKey, report.Case, 1, recovery);
        var (row, file) = One(world, "SELECT id, sealed FROM report_messages WHERE from_reporter = 0");

        Assert.Equal(Answer, Encoding.UTF8.GetString(SealedFile.Open(file, new SealedPlace(Purpose.Message, report.Case, Guid.ParseExact(row, "n"), 1), thread)));
    }

    /// <summary>And by anybody's age.</summary>
    private async Task OpensInDebians(ConsoleWorld world, Sent report)
    {
        using var key = NewKey.Open(report.Key, Purpose.CaseKey, report.Case, 1, recovery);
        var (row, file) = One(world, "SELECT id, sealed FROM report_items WHERE purpose = 'note'");
        var folder = Path.Combine(world.Program.Folder, "opened");
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, "key"), key.ToText(), Cancel);
        await File.WriteAllBytesAsync(Path.Combine(folder, "note"), file, Cancel);

        await NodePeers.Run("sh", ["-c", $"age -d -i {folder}/key -o {folder}/plain {folder}/note"], Cancel);

        var plain = await File.ReadAllTextAsync(Path.Combine(folder, "plain"), Cancel);
        Assert.StartsWith($"1 chatsupport note case {report.Case:n} row {row} epoch 1 bytes ", plain, StringComparison.Ordinal);
        Assert.Contains("""{"by":"Dara","text":"ring her sister"}""", plain, StringComparison.Ordinal);
    }

    /// <summary>Somebody with the database puts what she said under another row.</summary>
    private static Task Swaps(ConsoleWorld world, Sent report)
    {
        Run(world, "UPDATE report_items SET id = $2 WHERE id = $1", report.Row.ToString("n"), Guid.NewGuid().ToString("n"));
        return Task.CompletedTask;
    }

    private static async Task LocksByItself(StaffDesk dara)
    {
        await dara.Page.EvaluateAsync("const real = Date.now; Date.now = () => real.call(Date) + 11 * 60 * 1000");
        await Expect(dara.Page.Locator("[data-state=locked]")).ToHaveCountAsync(1);
        await Expect(dara.Page.Locator("[data-part=thread] article")).ToHaveCountAsync(0);
    }

    private static async Task IsUsableOnAPhoneInKhmer(StaffDesk dara)
    {
        await dara.Page.SetViewportSizeAsync(360, 740);
        await dara.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await dara.Goes("/console/language/km?to=/console/reports");
        await dara.Page.Locator("#cases button").First.ClickAsync();
        await dara.Page.Locator("details:not(.export) summary").ClickAsync();
        await Expect(dara.Page.Locator("[data-act=passkey]")).ToBeVisibleAsync();
        await dara.IsFine("case-km", ColorScheme.Dark, 360);
        await dara.Opens("/console/reports/key", "សោរបស់ខ្ញុំ");
        await dara.IsFine("case-key-km", ColorScheme.Dark, 360);
    }

    private static void Run(ConsoleWorld world, string sql, params object[] values)
    {
        using var open = Database(world);
        using var command = Command(open, sql, values);
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    private static (string Row, byte[] File) One(ConsoleWorld world, string sql)
    {
        using var open = Database(world);
        using var command = Command(open, sql);
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return (reader.GetString(0), (byte[])reader.GetValue(1));
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

    /// <summary>A report that was sent, and the recovery key's part of it.</summary>
    private sealed record Sent(Guid Case, Guid Row, KeyGrant Thread, KeyGrant Key);
}
