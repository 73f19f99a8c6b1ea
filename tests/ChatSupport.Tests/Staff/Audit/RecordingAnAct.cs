using ChatSupport.Staff.Audit;
using ChatSupport.Storage;
using ChatSupport.Tests.Conversations;
using Microsoft.Data.Sqlite;

namespace ChatSupport.Tests.Staff.Audit;

public sealed class RecordingAnAct
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_kept_as_it_was_said_under_the_next_number()
    {
        await using var host = new AuditHost();

        Assert.Equal(1, await host.Write(new AuditNote("account-7", "staff.invite", "account-8", "ជាអ្នកកែសម្រួល (editor)")));
        Assert.Equal(2, await host.Write(new AuditNote(AuditNote.CommandLine, "staff.reset")));

        Assert.Collection(host.Everything(),
            entry => Assert.Equal((1, "account-7", "staff.invite", "account-8", "ជាអ្នកកែសម្រួល (editor)", Some.Night), (entry.Number, entry.Who, entry.Act, entry.Subject, entry.Detail, entry.At)),
            entry => Assert.Equal((2, "command line", "staff.reset", "", ""), (entry.Number, entry.Who, entry.Act, entry.Subject, entry.Detail)));
    }

    [Fact]
    public async Task A_change_and_its_entry_are_committed_together_or_not_at_all()
    {
        await using var host = await new AuditHost().With(1);
        var head = File.ReadAllText(host.Head);

        await Assert.ThrowsAsync<InvalidDataException>(() => host.Writer.Write<long>(session =>
        {
            host.Trail.Add(session, new AuditNote("account-1", "content.publish"));
            throw new InvalidDataException("The change failed.");
        }, Cancel));

        Assert.Single(host.Everything());
        Assert.Equal(head, File.ReadAllText(host.Head));
    }

    [Fact]
    public async Task One_that_fails_in_a_shared_commit_takes_no_other_with_it_and_leaves_no_gap()
    {
        await using var host = new AuditHost();
        var writes = Enumerable.Range(0, 60).Select(n => host.Writer.Write(session =>
        {
            var number = host.Trail.Add(session, new AuditNote("account-1", "content.publish", $"part-{n}"));
            return n % 7 == 3 ? throw new InvalidDataException("This one fails.") : number;
        }, Cancel)).ToList();

        await Task.WhenAll(writes).ContinueWith(_ => { }, Cancel, TaskContinuationOptions.None, TaskScheduler.Default);

        var kept = writes.Where(write => write.IsCompletedSuccessfully).Select(write => write.Result).Order().ToList();
        Assert.Equal(60 - 9, kept.Count);
        Assert.Equal(kept, host.Everything().Select(entry => entry.Number));
        Assert.Equal(Enumerable.Range(1, kept.Count).Select(n => (long)n), kept);
    }

    [Fact]
    public async Task The_head_beside_the_database_names_the_newest_and_only_its_owner_may_read_it()
    {
        await using var host = await new AuditHost().With(3);

        Assert.Equal($"3 {Convert.ToHexStringLower(host.Everything()[^1].Mac)}\n", File.ReadAllText(host.Head));
        Assert.Equal(Path.Combine(host.Folder, "data", "audit.head"), host.Head);
        Assert.Equal([host.Head], Directory.EnumerateFiles(Path.GetDirectoryName(host.Head)!, "audit.head*"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(host.Head));
    }

    [Fact]
    public async Task A_head_that_cannot_be_written_keeps_nothing_from_being_recorded()
    {
        await using var host = new AuditHost();
        Directory.CreateDirectory(host.Head); // a folder in its place: neither read nor written

        await host.With(3);

        Assert.Equal(3, host.Everything().Count);
        Directory.Delete(host.Head);
        await host.With(1);
        Assert.StartsWith("4 ", File.ReadAllText(host.Head), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Everything(), entry => entry.Act == AuditActs.Gap);
    }

    [Fact]
    public async Task No_new_keys_are_made_over_a_log_that_only_the_old_ones_prove()
    {
        await using var host = await new AuditHost().With(1); // and not one conversation
        Directory.Delete(Path.Combine(host.Folder, "data", "keys"), recursive: true);

        var refused = Assert.Throws<StartRefusedException>(() => new AuditHost(host.Folder));

        Assert.Contains("was stored with keys", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET detail = '' WHERE number = 2")]
    [InlineData("UPDATE OR REPLACE audit_entries SET number = 1 WHERE number = 2")]
    [InlineData("DELETE FROM audit_entries WHERE number = 3")]
    [InlineData("DELETE FROM audit_entries")]
    [InlineData("INSERT OR REPLACE INTO audit_entries SELECT 2, at, 'x', act, subject, detail, mac FROM audit_entries WHERE number = 2")]
    [InlineData("INSERT INTO audit_entries SELECT 5, at, who, act, subject, detail, mac FROM audit_entries WHERE number = 3")]
    [InlineData("INSERT INTO audit_entries SELECT 0, at, who, act, subject, detail, mac FROM audit_entries WHERE number = 3")]
    [InlineData("INSERT INTO audit_entries SELECT NULL, at, who, act, subject, detail, mac FROM audit_entries WHERE number = 3")]
    [InlineData("INSERT INTO audit_entries SELECT number, at, who, act, subject, detail, mac FROM audit_entries WHERE true ON CONFLICT DO UPDATE SET who = 'x'")]
    public async Task The_database_itself_refuses_what_is_not_an_addition(string sql)
    {
        await using var host = await new AuditHost().With(3);
        var before = host.Everything().Select(entry => (entry.Number, entry.Who, entry.Detail));

        var refused = Assert.Throws<SqliteException>(() => host.Raw(sql));

        Assert.Contains("The audit log", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, host.Everything().Select(entry => (entry.Number, entry.Who, entry.Detail)));
    }

    [Theory]
    [InlineData("", "content.publish")]
    [InlineData("account\n1", "content.publish")]
    [InlineData("account-1", "")]
    [InlineData("account-1", "Content published")]
    public void Without_a_name_or_a_proper_word_there_is_no_entry(string who, string act) => Assert.Throws<ArgumentException>(() => new AuditNote(who, act));

    [Fact]
    public void What_is_too_long_is_cut_between_letters_and_is_one_line()
    {
        var note = new AuditNote("account-1", "content.publish", new string('a', 300), new string('x', 498) + "😀 and more\r\n");

        Assert.Equal(new string('a', 199) + "…", note.Subject);
        Assert.Equal(new string('x', 498) + "…", note.Detail);
        Assert.Equal("two  lines", new AuditNote("a", "b", "", "two\r\nlines").Detail);
    }
}
