using ChatSupport.Tests.Conversations;
using Microsoft.Data.Sqlite;

namespace ChatSupport.Tests.Hosting;

/// <summary><c>chatsupport database …</c> over a real file.</summary>
public sealed class TheDatabaseIsLookedAfter : IDisposable
{
    private readonly Installation installation = new(withContent: false);

    public void Dispose() => installation.Dispose();

    private string Copy => Path.Combine(installation.Folder, "copy.db");

    [Fact]
    public async Task Migrate_makes_it_ready_and_verify_finds_it_sound()
    {
        Assert.Equal(2, (await installation.Run("database", "verify")).Code);
        Assert.Equal(0, (await installation.Run("database", "migrate")).Code);

        var verified = await installation.Run("database", "verify");

        Assert.Equal((0, ""), (verified.Code, verified.Error));
    }

    [Fact]
    public async Task A_backup_is_made_while_it_is_in_use_and_only_its_owner_may_read_it()
    {
        await using var store = new StoreHost(installation.Folder);
        await store.Commit(Some.Inbound("tg:a"), Some.Turn(1));

        var made = await installation.Run("database", "backup", Copy);
        await store.Commit(Some.Inbound("tg:b"), Some.Turn(1));

        Assert.Equal((0, ""), (made.Code, made.Error));
        Assert.Contains("The keys in", made.Output, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Copy));
        Assert.Equal(0, (await installation.Run("database", "verify", Copy)).Code);
        Assert.Equal(2, (await installation.Run("database", "backup", Copy)).Code); // it never writes over one
    }

    [Fact]
    public async Task A_restore_brings_back_what_was_there_but_sends_nothing_late()
    {
        await using (var store = new StoreHost(installation.Folder))
        {
            await store.Commit(Some.Inbound("tg:a"), Some.Turn(1, Some.Line()));
            await installation.Run("database", "backup", Copy);
            await store.Commit(Some.Inbound("tg:b"), Some.Turn(1));
        }

        var restored = await installation.Run("database", "restore", Copy, "--replace", "chatsupport.db");

        Assert.Equal((0, ""), (restored.Code, restored.Error));
        await using var after = new StoreHost(installation.Folder);
        Assert.NotNull(await after.Load("tg:a"));
        Assert.Null(await after.Load("tg:b"));
        Assert.Equal(0, after.Count("outbox"));
        Assert.True(File.Exists(installation.Database + ".before-restore"));
    }

    [Theory]
    [InlineData("other.db")]
    [InlineData("")]
    public async Task A_restore_without_the_right_name_changes_nothing(string name)
    {
        await installation.Run("database", "migrate");
        await installation.Run("database", "backup", Copy);
        var before = File.ReadAllBytes(installation.Database);

        var refused = await installation.Run("database", "restore", Copy, "--replace", name);

        Assert.Equal(2, refused.Code);
        Assert.Contains("--replace chatsupport.db", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(installation.Database));
    }

    [Fact]
    public async Task A_restore_is_refused_while_a_process_uses_the_database()
    {
        await using var store = new StoreHost(installation.Folder);
        await store.Commit(Some.Inbound("tg:a"), Some.Turn(1));
        await installation.Run("database", "backup", Copy);

        var refused = await installation.Run("database", "restore", Copy, "--replace", "chatsupport.db");

        Assert.Equal(2, refused.Code);
        Assert.Contains("Another process uses the database: stop it first.", refused.Error, StringComparison.Ordinal);
        Assert.NotNull(await store.Load("tg:a"));
        await store.Commit(Some.Inbound("tg:a"), Some.Turn(2)); // and it goes on as before
    }

    [Fact]
    public async Task A_damaged_file_is_found_and_never_restored()
    {
        await installation.Run("database", "migrate");
        await installation.Run("database", "backup", Copy);
        var bytes = File.ReadAllBytes(Copy);
        Array.Fill(bytes, (byte)0xA5, 8192, 16384);
        File.WriteAllBytes(Copy, bytes);

        var verified = await installation.Run("database", "verify", Copy);
        var restored = await installation.Run("database", "restore", Copy, "--replace", "chatsupport.db");

        Assert.Equal((1, 1), (verified.Code, restored.Code));
        Assert.Matches("damaged|not a sound database", verified.Error);
        Assert.Equal(verified.Error, restored.Error);
        Assert.Equal(0, (await installation.Run("database", "verify")).Code);
    }

    [Fact]
    public async Task Keys_that_do_not_fit_and_changes_of_a_newer_version_are_found()
    {
        await using (var store = new StoreHost(installation.Folder))
            await store.Writer.Write(session => session["INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Later', '99')"].Run(), TestContext.Current.CancellationToken);
        Assert.Contains("29991231000000_Later", (await installation.Run("database", "verify")).Error, StringComparison.Ordinal);

        using (var connection = new SqliteConnection($"Data Source={installation.Database};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '2999%'";
            command.ExecuteNonQuery();
        }
        var key = Path.Combine(installation.Folder, "data", "keys", "lookup.key");
        var bytes = File.ReadAllBytes(key);
        bytes[3] ^= 1;
        File.WriteAllBytes(key, bytes);

        var verified = await installation.Run("database", "verify");

        Assert.Equal(1, verified.Code);
        Assert.Contains("lookup.key is not the key", verified.Error, StringComparison.Ordinal);
    }
}
