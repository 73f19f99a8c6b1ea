using ChatSupport.Staff.Audit;
using ChatSupport.Tests.Staff.Audit;

namespace ChatSupport.Tests.Hosting;

/// <summary><c>chatsupport audit …</c> over a real file.</summary>
public sealed class TheAuditLogIsLookedAfter : IDisposable
{
    private readonly Installation installation = new(withContent: false);

    public void Dispose() => installation.Dispose();

    private string Table => Path.Combine(installation.Folder, "audit.csv");

    [Fact]
    public async Task Verify_says_how_many_entries_are_sound_also_while_it_serves()
    {
        Assert.Equal(2, (await installation.Run("audit", "verify")).Code);
        await installation.Run("database", "migrate");
        Assert.Equal(new Outcome(0, "0 entries were checked: nothing was changed, removed or put in.\n", ""), await Verify());

        await using var host = await new AuditHost(installation.Folder).With(3);
        var verified = await Verify();

        Assert.Equal((0, ""), (verified.Code, verified.Error));
        Assert.Matches(@"^3 entries were checked, from \d{4}-\d\d-\d\d \d\d:\d\d:\d\d to .+: nothing was changed, removed or put in\.\n$", verified.Output);
    }

    [Fact]
    public async Task Verify_names_what_is_wrong_and_changes_nothing()
    {
        await using (var host = await new AuditHost(installation.Folder).With(5))
            host.Tamper("UPDATE audit_entries SET who = 'account-9' WHERE number = 3");
        var before = File.ReadAllBytes(installation.Database);
        var head = File.ReadAllText(Path.Combine(installation.Folder, "data", "audit.head"));

        var verified = await Verify();

        Assert.Equal((1, ""), (verified.Code, verified.Output));
        Assert.StartsWith("Entry 3 is not what was written", verified.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(installation.Database));
        Assert.Equal(head, File.ReadAllText(Path.Combine(installation.Folder, "data", "audit.head")));
    }

    [Fact]
    public async Task Verify_does_not_take_wrong_keys_for_a_changed_log()
    {
        await using (var host = await new AuditHost(installation.Folder).With(2))
            host.Raw("DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%_Audit'");
        Assert.Contains("run 'chatsupport database migrate'", (await Verify()).Error, StringComparison.Ordinal);
        Assert.Equal(2, (await Verify()).Code);

        File.WriteAllBytes(Path.Combine(installation.Folder, "data", "keys", "field.key"), [.. Enumerable.Repeat((byte)7, 32)]);
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={installation.Database};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('20261126150541_Audit', '10.0.15')";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        var verified = await Verify();

        Assert.Equal(2, verified.Code);
        Assert.Contains("field.key is not the key", verified.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_restore_it_finds_the_end_gone_until_somebody_explains_it()
    {
        var backup = Path.Combine(installation.Folder, "copy.db");
        await using (var host = await new AuditHost(installation.Folder).With(2))
        {
            await installation.Run("database", "backup", backup);
            await host.With(2);
        }
        await installation.Run("database", "restore", backup, "--replace", "chatsupport.db");

        var restored = await Verify();
        Assert.Equal(1, restored.Code);
        Assert.Contains("Entries 3 to 4 are not there, but audit.head names entry 4 as the newest: rows were removed at the end, or an older backup was put back.", restored.Error, StringComparison.Ordinal);
        await using (await new AuditHost(installation.Folder).With(1))
            Assert.Contains("chatsupport audit explain 3 --because", (await Verify()).Error, StringComparison.Ordinal);
        Assert.Equal(2, (await installation.Run("audit", "explain", "1", "--because", "The backup was put back")).Code);
        Assert.Equal(0, (await installation.Run("audit", "explain", "3", "--because", "The backup was put back")).Code);

        Assert.Equal((0, ""), ((await Verify()).Code, (await Verify()).Error));
    }

    [Fact]
    public async Task Export_writes_what_is_asked_for_into_a_file_of_its_owner()
    {
        await using var host = await new AuditHost(installation.Folder).With(2);
        await host.Write(new AuditNote("account-2", "staff.invite", "account-3"));
        var day = host.Time.GetUtcNow().ToLocalTime().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var exported = await installation.Run("audit", "export", "--to", Table, "--by", "account-2", "--act", "staff.", "--from", day, "--until", day);

        Assert.Equal(new Outcome(0, $"1 entry was written to {Table}, which only its owner may read.\n", ""), exported);
        Assert.Contains(",account-2,staff.invite,account-3,", File.ReadAllText(Table), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Table));
        Assert.Equal(2, (await installation.Run("audit", "export", "--to", Table)).Code); // it never writes over one
        File.Delete(Table);
        await installation.Run("audit", "export", "--to", Table, "--until", "2000-01-01");
        Assert.Single(File.ReadAllLines(Table));
    }

    [Theory]
    [InlineData("audit", "export")]
    [InlineData("audit", "export", "--to", "x.csv", "--from", "yesterday")]
    [InlineData("audit", "explain", "3")]
    public async Task What_is_left_out_or_no_day_is_bad_usage(params string[] words)
    {
        await installation.Run("database", "migrate");
        Assert.NotEqual(0, (await installation.Run(words)).Code);
    }

    private Task<Outcome> Verify() => installation.Run("audit", "verify");
}
