using ChatSupport.Storage;
using ChatSupport.Tests.Conversations;

namespace ChatSupport.Tests.Storage;

public sealed class TheStartIsRefused
{
    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        var folder = Directory.CreateTempSubdirectory("chatsupport-newer-").FullName;
        await using (var newer = new StoreHost(folder))
        {
            await newer.Writer.Write(session => session["INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Later', '99')"].Run(), TestContext.Current.CancellationToken);
        }

        var refused = Assert.Throws<StartRefusedException>(() => new StoreHost(folder));

        Assert.Equal("ChatSupport:Database:File", refused.Setting);
        Assert.Contains("newer version", refused.What, StringComparison.Ordinal);
        Assert.Contains("29991231000000_Later", refused.What, StringComparison.Ordinal);
        Assert.NotEmpty(refused.Mend);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("chatsupport-unwritable-").FullName;
        File.WriteAllText(Path.Combine(folder, "data"), "a file stands where the folder should be");

        var refused = Assert.Throws<StartRefusedException>(() => new StoreHost(folder));

        Assert.Contains(Path.Combine(folder, "data"), refused.What, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_file_that_is_no_database_is_not_touched()
    {
        var folder = Directory.CreateTempSubdirectory("chatsupport-nodb-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        var file = Path.Combine(folder, "data", "chatsupport.db");
        var letter = string.Concat(Enumerable.Repeat("Dear diary. ", 1000));
        File.WriteAllText(file, letter);

        var refused = Assert.Throws<StartRefusedException>(() => new StoreHost(folder));

        Assert.Contains("not a sound database", refused.What, StringComparison.Ordinal);
        Assert.Equal(letter, File.ReadAllText(file));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_database_that_another_program_holds_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("chatsupport-held-").FullName;
        await using (var holder = new StoreHost(folder))
        {
            using var session = holder.Get<Database>().OpenForWriting();
            session.Begin();

            var refused = Assert.Throws<StartRefusedException>(() => new StoreHost(folder));

            Assert.Contains("locked", refused.What, StringComparison.Ordinal);
        }
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("field.key")]
    [InlineData("lookup.key")]
    public async Task Keys_of_another_installation_are_refused(string name)
    {
        var folder = Directory.CreateTempSubdirectory("chatsupport-wrongkeys-").FullName;
        await using (var host = new StoreHost(folder))
        {
            await host.Commit(Some.Inbound(Some.Key()), Some.Turn(1));
        }
        var key = Path.Combine(folder, "data", "keys", name);
        var bytes = File.ReadAllBytes(key);
        bytes[7] ^= 1;
        File.WriteAllBytes(key, bytes);

        var refused = Assert.Throws<StartRefusedException>(() => new StoreHost(folder));

        Assert.Contains($"{name} is not the key", refused.What, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Lost_keys_are_made_anew_only_where_nothing_is_stored()
    {
        var folder = Directory.CreateTempSubdirectory("chatsupport-lostkeys-").FullName;
        await using (var first = new StoreHost(folder))
            Directory.Delete(Path.Combine(folder, "data", "keys"), recursive: true);
        await using (var second = new StoreHost(folder))
        {
            await second.Commit(Some.Inbound(Some.Key()), Some.Turn(1));
            Directory.Delete(Path.Combine(folder, "data", "keys"), recursive: true);
        }

        Assert.Contains("was stored with keys", Assert.Throws<StartRefusedException>(() => new StoreHost(folder)).What, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
