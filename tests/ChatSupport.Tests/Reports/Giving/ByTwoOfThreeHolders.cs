using System.CommandLine;
using ChatSupport.Hosting.Commands;
using ChatSupport.Reports.Giving;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;
using ChatSupport.Tests.Reports.Work;

namespace ChatSupport.Tests.Reports.Giving;

/// <summary>No colleague has the key: <c>chatsupport reports keys recovery take-out|give|bring-in</c>, as people go through it.</summary>
public sealed class ByTwoOfThreeHolders : IAsyncDisposable
{
    private readonly CaseWorld world = new();
    private readonly AgeIdentity sopheapKey = AgeIdentity.New();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Carried => Path.Combine(world.Folder, "carried");

    public async ValueTask DisposeAsync()
    {
        sopheapKey.Dispose();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task A_worker_who_came_is_given_her_cases_and_no_other()
    {
        var (sopheap, hers, daras) = await OneEach();

        var taken = await Run($"recovery take-out {Carried} --for sopheap");
        var given = await Gives("sopheap", Sheets());
        var brought = await Run($"recovery bring-in {Carried}.given");
        var again = await Run($"recovery bring-in {Carried}.given");

        Assert.Equal((0, ""), (taken.Code, taken.Error));
        Assert.StartsWith("2 keys of 1 cases are in ", taken.Output, StringComparison.Ordinal);
        Assert.Equal(0, given.Code);
        Assert.Contains("The recovery key was used. Make a new one", given.Error, StringComparison.Ordinal);
        Assert.Equal((0, "2 keys were given, 0 were there before.\n", "2 of 2\n"), brought);
        Assert.Equal((0, "0 keys were given, 2 were there before.\n", "2 of 2\n"), again);
        Opens(hers);
        Assert.Empty(Files(daras));
        Assert.Null(await world.Giving.Givers(sopheap, hers, Cancel)); // she lacks nothing any more
        Assert.Equal((AuditNote.CommandLine, hers, "to key 1 of sopheap"), world.Audit(KeyGiving.Given).Select(entry => (entry.Who, entry.Subject, entry.Detail)).Single());
        Assert.Equal("keys of 1 cases, sealed to a recovery key, for sopheap", Assert.Single(world.Audit("report.keys-out")).Detail);
    }

    [Fact]
    public async Task Nothing_of_the_recovery_key_nor_of_a_case_is_in_a_file()
    {
        await OneEach();
        var sheets = Sheets();
        await Run($"recovery take-out {Carried}");
        await Gives("sopheap", sheets);

        var text = System.Text.Encoding.ASCII.GetString(world.Recovery.ToText());
        Assert.All(Directory.EnumerateFiles(world.Folder, "*", SearchOption.AllDirectories).Where(file => !file.Contains("chatsupport.db", StringComparison.Ordinal)), file =>
        {
            var content = File.ReadAllText(file);
            Assert.DoesNotContain(text, content, StringComparison.OrdinalIgnoreCase);
            Assert.All(sheets.Split('\n', StringSplitOptions.RemoveEmptyEntries), sheet => Assert.DoesNotContain(sheet, content, StringComparison.OrdinalIgnoreCase));
        });
        Assert.All(File.ReadLines(Carried + ".given").Skip(1), line => Assert.StartsWith("age-encryption.org/v1\n-> X25519 ", System.Text.Encoding.Latin1.GetString(Convert.FromBase64String(line.Split(' ')[^1])), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_given_of_more_than_she_may_have_is_refused_and_the_rest_is_kept()
    {
        var (_, hers, daras) = await OneEach();
        await Run($"recovery take-out {Carried}");
        await Gives("sopheap", Sheets());

        var brought = await Run($"recovery bring-in {Carried}.given");

        Assert.Equal((1, "2 keys were given, 0 were there before.\n"), (brought.Code, brought.Output));
        Assert.Contains("2 keys were refused: This case is not for her", brought.Error, StringComparison.Ordinal);
        Opens(hers);
        Assert.Empty(Files(daras));
    }

    [Fact]
    public async Task What_was_sealed_to_the_old_recovery_key_is_sealed_to_the_new_one()
    {
        var (_, hers, daras) = await OneEach();
        var sheets = Sheets();
        using var next = AgeIdentity.New();
        world.SignReaders(3, Dara, Sopheap, Recovery with { Revoked = true }, CaseWorld.Reader("recovery", ReaderRole.Recovery, next.Recipient, epoch: 2));

        Assert.StartsWith("4 keys of 2 cases are in ", (await Run($"recovery take-out {Carried} --for recovery")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Gives("recovery", sheets)).Code);
        Assert.Equal("4 keys were given, 0 were there before.\n", (await Run($"recovery bring-in {Carried}.given")).Output);

        foreach (var id in new[] { hers, daras })
        {
            var file = world.Get<StoreReaders>().Read(store => GrantRows.FilesOf(store, id, CaseWorld.Reader("recovery", ReaderRole.Recovery, next.Recipient, epoch: 2)))[0];
            using var key = NewKey.Open(new KeyGrant(Guid.ParseExact(file.Row, "n"), "recovery", 2, file.File), file.Key.AsPurpose, Guid.ParseExact(id, "n"), 1, next);
        }
        Assert.StartsWith("Nothing is sealed to a recovery key", (await Run($"recovery take-out {Carried} --for recovery")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_done_is_told_and_changes_nothing()
    {
        await OneEach();
        await Run($"recovery take-out {Carried} --for sopheap");
        using var other = AgeIdentity.New();
        var wrong = string.Join('\n', RecoverySheets.Split(other).Take(2).Select(sheet => new string(sheet)));
        var before = world.Count("report_grants");
        File.WriteAllText(Path.Combine(world.Folder, "odd"), "chatsupport keys of cases 1\ncase-key 1 of x\n");
        File.WriteAllText(Path.Combine(world.Folder, "forged.txt"), File.ReadAllText(Path.Combine(world.Folder, "readers.txt")).Replace(sopheapKey.Recipient.ToString(), other.Recipient.ToString(), StringComparison.Ordinal));

        Assert.Contains("'nobody' has no key that counts now", (await Run($"recovery take-out {Carried}2 --for nobody")).Error, StringComparison.Ordinal);
        Assert.Contains("None of the keys opens with these two sheets", (await Gives("sopheap", wrong)).Error, StringComparison.Ordinal);
        Assert.Contains("The first sheet has a slip", (await Gives("sopheap", "RECOVERY-SHEET-1QQ\n\nX\n")).Error, StringComparison.Ordinal);
        Assert.Contains("'nobody' has no key in the list", (await Gives("nobody", Sheets())).Error, StringComparison.Ordinal);
        Assert.Contains("was not signed by this root key", (await Gives("sopheap", Sheets(), list: "forged.txt")).Error, StringComparison.Ordinal);
        Assert.Contains("begins with reports-root1", (await Run($"recovery give --file {Carried} --to sopheap --signed-by x")).Error, StringComparison.Ordinal);
        Assert.Contains("odd:2: This is no line of a file of keys", (await Run($"recovery bring-in {Path.Combine(world.Folder, "odd")}")).Error, StringComparison.Ordinal);
        Assert.Equal(2, (await Run($"recovery bring-in {Path.Combine(world.Folder, "missing")}")).Code);
        Assert.False(File.Exists(Carried + ".given"));

        Assert.Equal(before, world.Count("report_grants"));
    }

    private Reader Dara => CaseWorld.Reader("dara", ReaderRole.Worker, world.DaraKey.Recipient);

    private Reader Sopheap => CaseWorld.Reader("sopheap", ReaderRole.Worker, sopheapKey.Recipient);

    private Reader Recovery => CaseWorld.Reader("recovery", ReaderRole.Recovery, world.Recovery.Recipient);

    /// <summary>Two reports from before Sopheap came: one is hers now, one is Dara's.</summary>
    private async Task<(string Sopheap, string Hers, string Daras)> OneEach()
    {
        var (dara, sopheap) = (await world.Dara(), await world.WithKey("Sopheap", sopheapKey, StaffRole.CaseWorker));
        var (hers, daras) = (await world.Report(), await world.Report());
        world.SignReaders(2, Dara, Sopheap, Recovery);
        await world.Cases.Take(sopheap, hers, Cancel);
        await world.Cases.Take(dara, daras, Cancel);
        return (sopheap, hers, daras);
    }

    private string Sheets() => string.Join('\n', RecoverySheets.Split(world.Recovery).Skip(1).Select(sheet => new string(sheet))) + "\n";

    private IReadOnlyList<GivenKey> Files(string id) => world.Get<StoreReaders>().Read(store => GrantRows.FilesOf(store, id, Sopheap));

    private void Opens(string id) => Assert.All(Files(id), file =>
    {
        using var key = NewKey.Open(new KeyGrant(Guid.ParseExact(file.Row, "n"), "sopheap", 1, file.File), file.Key.AsPurpose, Guid.ParseExact(id, "n"), 1, sopheapKey);
    });

    private Task<(int Code, string Output, string Error)> Gives(string to, string sheets, string list = "readers.txt") =>
        Run($"recovery give --file {Carried} --to {to} --signed-by {world.Root} --list {Path.Combine(world.Folder, list)}", sheets);

    private async Task<(int Code, string Output, string Error)> Run(string words, string typed = "")
    {
        using StringWriter output = new(), error = new();
        using var lines = new StringReader(typed);
        var command = ReportsCommand.Build(
            [$"--contentRoot={world.Folder}", "--environment=Development", $"--ChatSupport:Reports:RootKey={world.Root}", "--ChatSupport:Reports:Readers=readers.txt"], lines, world.Time);
        var code = await command.Parse(["keys", .. words.Split(' ')]).InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, Cancel);
        return (code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
