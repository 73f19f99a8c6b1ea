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

/// <summary>A case from its first task to the file that somebody opens years later: what is to be done, who it is about kept apart, paper, and one sealed file.</summary>
public sealed class ACaseInFull : IDisposable
{
    private const string Story = "គេឃុំខ្ញុំ មួយសប្តាហ៍";
    private const string Who = "សុភាព 012 000 111";

    private static readonly byte[] picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static readonly byte[] pdf = [.. "%PDF-1.7\n%%EOF\n"u8];
    private static readonly byte[] recording = [.. "OggS a voice"u8];

    private readonly RootSecret root = RootSecret.New();
    private readonly AgeIdentity recovery = AgeIdentity.New();
    private readonly AgeIdentity outside = AgeIdentity.New();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        root.Dispose();
        recovery.Dispose();
        outside.Dispose();
    }

    [Fact]
    public async Task Has_tasks_keeps_who_it_is_apart_is_printed_and_leaves_as_one_file_that_Debians_age_opens()
    {
        await using var world = await ConsoleWorld.Start(("ChatSupport:Reports:RootKey", root.Public.ToString()));
        await using var sokha = await world.Administrator();
        await using var dara = await world.NewDesk();
        await dara.JoinsByPassword(await sokha.Invites("Dara", "Case worker"));
        await dara.TakesADevice(keepsKeys: true);
        await dara.Opens("/console/reports/key", "My key");
        await dara.Page.GetByRole(AriaRole.Button, new() { Name = "Make my key with a passkey" }).ClickAsync();
        await Expect(dara.Page.Locator("[data-part=recipient]")).ToContainTextAsync("age1");
        await SignsReaders(world, 1, await dara.Page.Locator("[data-part=recipient]").InnerTextAsync());
        var report = await Sends(world);
        await dara.Opens("/console/reports", "Reports");
        await dara.Page.Locator("#cases").GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await dara.Page.GetByRole(AriaRole.Button, new() { Name = "Take the case" }).ClickAsync();
        await Expect(dara.Page.GetByText("No supervisor saw it yet")).ToBeVisibleAsync(); // somebody is in danger

        await WritesATask(dara);
        await dara.Page.Locator("[data-act=passkey]").ClickAsync();
        await Expect(dara.Page.Locator("[data-part=story]")).ToContainTextAsync(Story);
        await OpensWhatSheSent(dara);
        await KeepsWhoApart(world, dara, report);
        await dara.IsFine("case-in-full", ColorScheme.Light, 1200);
        await Prints(world, dara, report);
        await Exports(world, dara, report);
        await ByLetters(dara);
        Assert.Empty(dara.Complaints);
        dara.AskedNobodyElse();
    }

    private static async Task WritesATask(StaffDesk dara)
    {
        await dara.Selects("What is to be done", "Meet her");
        await dara.Page.GetByRole(AriaRole.Button, new() { Name = "Write it down" }).ClickAsync();
        await Expect(dara.Page.Locator("#tasks")).ToContainTextAsync("☐ Meet her");
        await Expect(dara.Page.Locator("#cases")).ToContainTextAsync("1 open");
        await dara.Page.GetByRole(AriaRole.Button, new() { Name = "It is done" }).ClickAsync();
        await Expect(dara.Page.Locator("#tasks")).ToContainTextAsync("☑ Meet her");
    }

    /// <summary>A recording is played, a document is only ever saved.</summary>
    private static async Task OpensWhatSheSent(StaffDesk dara)
    {
        await dara.Page.Locator("[data-part=thread] button").ClickAsync();
        await Expect(dara.Page.Locator("[data-part=thread] audio")).ToHaveCountAsync(1);
        await dara.Page.Locator("[data-part=story] button").Nth(1).ClickAsync();
        await Expect(dara.Page.Locator("[data-part=story] a[download]")).ToContainTextAsync("It can harm the machine that opens it");
        await Expect(dara.Page.Locator("[data-part=story] :is(iframe, embed, object)")).ToHaveCountAsync(0);
    }

    private static async Task KeepsWhoApart(ConsoleWorld world, StaffDesk dara, Guid report)
    {
        await dara.Page.Locator("[data-part=note]").FillAsync("at the market");
        await dara.Page.Locator("[data-part=task]").SelectOptionAsync("meet");
        await dara.Page.Locator("button[data-act=note]").ClickAsync();
        await Expect(dara.Page.Locator("[data-part=notes]")).ToContainTextAsync("Meet her");
        await dara.Page.Locator("[data-part=identity]").FillAsync(Who);
        await dara.Page.Locator("button[data-act=identity]").ClickAsync();
        await Expect(dara.Page.Locator("[data-part=said]")).ToContainTextAsync("kept apart");
        await Expect(dara.Page.Locator("#case")).Not.ToContainTextAsync(Who);
        Assert.Empty(Acts(world, report, "report.identity"));

        await dara.Page.Locator("button[data-act=who]").ClickAsync();

        await Expect(dara.Page.Locator("[data-part=who]")).ToContainTextAsync(Who);
        Assert.Equal([""], Acts(world, report, "report.identity"));
        await dara.Page.Locator("[data-act=lock]").ClickAsync();
        await dara.Page.Locator("[data-act=passkey]").ClickAsync();
        await Expect(dara.Page.Locator("[data-part=notes]")).ToContainTextAsync("at the market");
        await Expect(dara.Page.Locator("#case")).Not.ToContainTextAsync(Who); // asked for anew each time
    }

    private static async Task Prints(ConsoleWorld world, StaffDesk dara, Guid report)
    {
        await dara.Page.EvaluateAsync("window.print = () => { window.printed = true; }");
        await dara.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(dara.Page.Locator("[data-part=story]")).Not.ToBeVisibleAsync(); // printed in another way, nothing of it is on the paper
        await dara.Shows("case-print-refused");
        await dara.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await dara.Page.Locator("[data-act=print]").ClickAsync();
        await dara.Page.WaitForFunctionAsync("window.printed === true");
        await dara.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(dara.Page.Locator("[data-part=story]")).ToBeVisibleAsync();
        await Expect(dara.Page.Locator("[data-part=print-head]")).ToContainTextAsync("Dara");
        await Expect(dara.Page.Locator("#cases")).Not.ToBeVisibleAsync();
        await dara.Shows("case-print");
        await dara.Page.EvaluateAsync("window.dispatchEvent(new Event('afterprint'))");
        await Expect(dara.Page.Locator("[data-part=story]")).Not.ToBeVisibleAsync();
        await dara.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        Assert.Equal([""], Acts(world, report, "report.print"));
    }

    private async Task Exports(ConsoleWorld world, StaffDesk dara, Guid report)
    {
        await dara.Page.Locator("details.export summary").ClickAsync();
        await dara.Page.Locator("[data-part=export-key]").FillAsync("age1none");
        await dara.Page.Locator("[data-part=export-purpose]").SelectOptionAsync("colleague");
        await dara.Page.Locator("[data-act=export]").ClickAsync();
        await Expect(dara.Page.Locator("[data-part=trouble]")).ToContainTextAsync("This is no key");
        await dara.Page.Locator("[data-part=export-key]").FillAsync(outside.Recipient.ToString());
        await dara.Page.Locator("[data-part=export-who]").CheckAsync();
        var file = await dara.Page.RunAndWaitForDownloadAsync(() => dara.Page.Locator("[data-act=export]").ClickAsync());
        var folder = Directory.CreateDirectory(Path.Combine(world.Program.Folder, "exported")).FullName;
        await file.SaveAsAsync(Path.Combine(folder, "case.tar.age"));
        await File.WriteAllBytesAsync(Path.Combine(folder, "key"), outside.ToText(), Cancel);
        Assert.Equal(["colleague to key with identity"], Acts(world, report, "report.export-case"));
        await dara.Shows("case-exported");

        await NodePeers.Run("sh", ["-c", $"cd {folder} && age -d -i key case.tar.age | tar x"], Cancel);

        var name = Assert.Single(Directory.GetDirectories(folder));
        Assert.Matches("^R-[0-9A-F]{3}-[0-9A-F]{3}$", Path.GetFileName(name));
        var text = await File.ReadAllTextAsync(Path.Combine(name, "case.txt"), Cancel);
        Assert.StartsWith($"1 chatsupport export case {report:n} row ", text, StringComparison.Ordinal);
        Assert.Contains("What happened", text, StringComparison.Ordinal);
        Assert.All(new[] { Story, Who, "at the market", "Meet her", "files/01.png" }, part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Equal(picture, await File.ReadAllBytesAsync(Path.Combine(name, "files", "01.png"), Cancel));
        Assert.Equal(pdf, await File.ReadAllBytesAsync(Path.Combine(name, "files", "02.pdf"), Cancel));
        Assert.Equal(recording, await File.ReadAllBytesAsync(Path.Combine(name, "files", "03.ogg"), Cancel));
    }

    private static async Task ByLetters(StaffDesk dara)
    {
        await dara.Page.Locator("[data-part=export-key]").FillAsync("");
        await dara.Page.Locator("[data-part=export-who]").UncheckAsync();
        var file = await dara.Page.RunAndWaitForDownloadAsync(() => dara.Page.Locator("[data-act=export]").ClickAsync());
        var saved = await File.ReadAllTextAsync(await file.PathAsync(), Encoding.Latin1, Cancel);
        Assert.StartsWith("age-encryption.org/v1\n-> scrypt ", saved, StringComparison.Ordinal);
        await Expect(dara.Page.Locator("[data-part=export-words]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-9A-Z]{5}(-[0-9A-Z]{5}){4}$"));
        await dara.Page.Locator("[data-act=export-away]").ClickAsync();
        await Expect(dara.Page.Locator("[data-part=export-words]")).ToHaveTextAsync("");
        await dara.Page.SetViewportSizeAsync(360, 740);
        await dara.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await dara.Goes("/console/language/km?to=/console/reports");
        await dara.Page.Locator("#cases button").First.ClickAsync();
        await dara.Page.Locator("#case details:not(.export) summary").ClickAsync();
        await dara.IsFine("case-in-full-km", ColorScheme.Dark, 360);
    }

    private Task SignsReaders(ConsoleWorld world, uint version, params string[] recipients) =>
        SignedReaders.Sign(world.Program.Folder, root, recovery, version, recipients);

    /// <summary>A report as the bot seals it.</summary>
    private async Task<Guid> Sends(ConsoleWorld world)
    {
        var id = Guid.NewGuid();
        using var caseKey = new NewKey(Purpose.CaseKey, id, 1);
        using var threadKey = new NewKey(Purpose.ThreadKey, id, 1);
        var list = ReaderList.Read(await File.ReadAllTextAsync(Path.Combine(world.Program.Folder, "data", "readers.txt"), Cancel), root.Public, out _);
        var readers = ReaderSet.Of(list!.At(DateTimeOffset.UtcNow), out _)!;
        var (caseGrants, threadGrants) = (caseKey.SealTo(readers), threadKey.SealTo(readers));
        var place = new SealedPlace(Purpose.Answer, id, Guid.NewGuid(), 1);
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        Run(world, "INSERT INTO report_cases (id, state, risk, is_child, in_danger, epoch, case_key, thread_key, created_at, last_at, version) VALUES ($1, 'New', 0, 0, 1, 1, $2, $3, $4, $4, 1)",
            id.ToString("n"), caseKey.Public.ToString(), threadKey.Public.ToString(), now);
        foreach (var (purpose, grant) in caseGrants.Select(grant => ("case-key", grant)).Concat(threadGrants.Select(grant => ("thread-key", grant))))
        {
            Run(world, "INSERT INTO report_grants (id, case_id, purpose, epoch, staff, reader_epoch, sealed) VALUES ($1, $2, $3, 1, $4, $5, $6)",
                grant.Row.ToString("n"), id.ToString("n"), purpose, grant.Staff, grant.ReaderEpoch, grant.Sealed);
        }
        Run(world, "INSERT INTO report_items (id, case_id, purpose, question, epoch, at, sealed) VALUES ($1, $2, 'answer', 'what', 1, $3, $4)", place.Row.ToString("n"), id.ToString("n"), now,
            SealedFile.Seal(Encoding.UTF8.GetBytes($$"""{"question":"what","text":"{{Story}}"}"""), place, [caseKey.Public]));
        var shot = new SealedPlace(Purpose.Attachment, id, Guid.NewGuid(), 1);
        var stands = new SealedPlace(Purpose.Answer, id, Guid.NewGuid(), 1);
        Adds(shot, "attachment", picture, now + 1);
        Adds(stands, "answer", Encoding.UTF8.GetBytes($$"""{"question":"what","file":"{{shot.Row:n}}","type":"image/png"}"""), now + 1);
        var (letter, saysLetter) = (new SealedPlace(Purpose.Attachment, id, Guid.NewGuid(), 1), new SealedPlace(Purpose.Answer, id, Guid.NewGuid(), 1));
        Adds(letter, "attachment", pdf, now + 2);
        Adds(saysLetter, "answer", Encoding.UTF8.GetBytes($$"""{"question":"what","file":"{{letter.Row:n}}","type":"application/pdf"}"""), now + 2);
        var voice = new SealedPlace(Purpose.Attachment, id, Guid.NewGuid(), 1);
        Run(world, "INSERT INTO report_messages (id, case_id, from_reporter, epoch, at, sealed, media) VALUES ($1, $2, 1, 1, $3, $4, 'audio/ogg')", voice.Row.ToString("n"), id.ToString("n"), now + 3,
            SealedFile.Seal(recording, voice, [threadKey.Public]));
        return id;

        void Adds(SealedPlace at, string purpose, byte[] content, long when) =>
            Run(world, "INSERT INTO report_items (id, case_id, purpose, question, epoch, at, sealed) VALUES ($1, $2, $3, 'what', 1, $4, $5)", at.Row.ToString("n"), id.ToString("n"), purpose, when,
                SealedFile.Seal(content, at, [caseKey.Public]));
    }

    /// <summary>The details of an act in the audit log, of one case, oldest first.</summary>
    private static List<string> Acts(ConsoleWorld world, Guid report, string act)
    {
        using var open = Database(world);
        using var command = Command(open, "SELECT detail FROM audit_entries WHERE act = $1 AND subject = $2 ORDER BY number", act, report.ToString("n"));
        using var reader = command.ExecuteReader();
        var details = new List<string>();
        while (reader.Read())
            details.Add(reader.GetString(0));
        return details;
    }

    private static void Run(ConsoleWorld world, string sql, params object[] values)
    {
        using var open = Database(world);
        using var command = Command(open, sql, values);
        Assert.Equal(1, command.ExecuteNonQuery());
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
