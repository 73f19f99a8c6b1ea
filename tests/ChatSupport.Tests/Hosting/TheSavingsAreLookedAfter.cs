using ChatSupport.Savings.Leaders;
using ChatSupport.Tests.Savings;

namespace ChatSupport.Tests.Hosting;

/// <summary><c>chatsupport savings …</c> over a real file.</summary>
public sealed class TheSavingsAreLookedAfter : IDisposable
{
    private readonly Installation installation = new(withContent: false);

    public void Dispose() => installation.Dispose();

    private string Target => Path.Combine(installation.Folder, "target");

    [Fact]
    public async Task Verify_says_how_many_entries_are_sound_also_while_it_serves()
    {
        Assert.Equal(2, (await installation.Run("savings", "verify")).Code);
        await installation.Run("database", "migrate");
        Assert.Equal(new Outcome(0, "0 entries were checked: nothing was changed, removed or put in, and every balance is the sum of its entries.\n", ""), await Verify());

        await using var host = await Some();

        Assert.Equal(new Outcome(0, "2 entries were checked: nothing was changed, removed or put in, and every balance is the sum of its entries.\n", ""), await Verify());
    }

    [Fact]
    public async Task Verify_names_what_is_wrong_and_changes_nothing()
    {
        await using (var host = await Some())
            host.Raw("DROP TRIGGER savings_entries_no_change; UPDATE savings_entries SET amount = 9900 WHERE seq = 2");
        var before = File.ReadAllBytes(installation.Database);

        var verified = await Verify();

        Assert.Equal((1, ""), (verified.Code, verified.Output));
        Assert.Contains("savings_entries_no_change of the database is not what this version makes", verified.Error, StringComparison.Ordinal);
        Assert.Contains("Entry 2 is not what was written", verified.Error, StringComparison.Ordinal);
        Assert.EndsWith("2 entries were checked: 3 findings.\n", verified.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(installation.Database));
    }

    [Fact]
    public async Task A_leader_gets_a_word_that_links_her_phone_and_another_where_it_was_lost()
    {
        await using var host = new SavingsHost(installation.Folder);
        var group = (await host.Group(1, "Lotus"))[0].Group;

        var unknown = await installation.Run("savings", "leader", "Rose");
        Assert.Equal((1, $"There is no group 'Rose', or more than one. Groups: Lotus ({group})\n"), (unknown.Code, unknown.Error));
        var first = await installation.Run("savings", "leader", "Lotus");
        Assert.Equal(0, first.Code);
        Assert.Matches("types to the bot: save-[a-z0-9]{26}\n$", first.Output);
        var seat = Assert.Single(host.Get<LeaderRoll>().Leading(group));
        Assert.StartsWith($"Seat {seat.Id}. Until 2", first.Output, StringComparison.Ordinal);
        var again = await installation.Run("savings", "leader", group, "--again", seat.Id);
        Assert.Equal(0, again.Code);
        Assert.NotEqual(seat.LinkHash, Assert.Single(host.Get<LeaderRoll>().Leading(group)).LinkHash);
        Assert.Contains($"This group has no such seat. Seats: {seat.Id}", (await installation.Run("savings", "leader", group, "--again", "nobody")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_restore_the_end_is_gone_and_the_next_entry_records_that_in_the_audit_log()
    {
        var backup = Path.Combine(installation.Folder, "copy.db");
        await using (var host = await Some())
        {
            await installation.Run("database", "backup", backup);
            await host.Must(host.Deposit(1, 2, 700));
        }
        await installation.Run("database", "restore", backup, "--replace", "chatsupport.db");

        var restored = await Verify();
        Assert.Equal(1, restored.Code);
        Assert.Contains("Entry 3 is not there, but savings.head names it as the newest", restored.Error, StringComparison.Ordinal);
        await using (var host = new SavingsHost(installation.Folder))
            await host.Must(host.Deposit(1, 2, 800));

        Assert.Equal(0, (await Verify()).Code);
        await installation.Run("audit", "export", "--to", Target, "--act", "savings.");
        Assert.Contains("savings.gap", File.ReadAllText(Target), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_that_is_missing_or_broken_is_named()
    {
        await using (await Some())
        {
            var head = Path.Combine(installation.Folder, "data", "savings.head");
            File.WriteAllText(head, "something else");
            Assert.Contains("savings.head beside the database holds something else", (await Verify()).Error, StringComparison.Ordinal);
            File.Delete(head);
            Assert.Contains("savings.head beside the database is missing", (await Verify()).Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_exported_is_brought_into_another_database_and_only_into_an_empty_one()
    {
        await using (await Some())
            Assert.Equal(new Outcome(0, $"2 entries were written to {Target}, which only its owner may read.\n", ""), await installation.Run("savings", "export", "--to", Target, "--with-names"));
        Assert.Equal(2, (await installation.Run("savings", "export", "--to", Target)).Code); // it never writes over one
        using var other = new Installation(withContent: false);

        Assert.Equal(new Outcome(0, "2 entries were taken over. Run 'chatsupport savings verify' to check them.\n", ""), await other.Run("savings", "import", Target));

        Assert.Equal(0, (await other.Run("savings", "verify")).Code);
        var again = await other.Run("savings", "import", Target);
        Assert.Equal(1, again.Code);
        Assert.Contains("There is a ledger already.", again.Error, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was taken over.\n", again.Error, StringComparison.Ordinal);
        File.WriteAllText(Target, "{}");
        Assert.Contains("Line 1: ", (await other.Run("savings", "import", Target)).Error, StringComparison.Ordinal);
        Assert.Equal(2, (await other.Run("savings", "import", Target + "-none")).Code);
    }

    [Fact]
    public async Task The_journal_is_plain_text()
    {
        await using (await Some())
            await installation.Run("savings", "journal", "--to", Target);

        var journal = File.ReadAllText(Target);

        Assert.Contains("commodity 1000. KHR\n", journal, StringComparison.Ordinal);
        Assert.Contains(" (1) Deposit\n    assets:float:leader  5000 KHR\n    liabilities:member:", journal, StringComparison.Ordinal);
        Assert.Contains("    assets:float:leader  0 KHR = 7500 KHR\n", journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_give_a_member_a_code_unlink_a_phone_and_note_the_next_meeting()
    {
        await using var host = await Some();

        var given = await installation.Run("savings", "seat", "group", "១");

        Assert.Equal((0, ""), (given.Code, given.Error));
        Assert.Matches(@"^\d{4} \d{4} \d{4}\nShe writes 'savings' to the bot", given.Output);
        Assert.Equal(new Outcome(1, "", "Nobody of that group has book '7'. Look at the number on the paper book.\n"), await installation.Run("savings", "seat", "Group", "7"));
        Assert.StartsWith("There is no one group 'Rose'.", (await installation.Run("savings", "seat", "Rose", "1")).Error, StringComparison.Ordinal);
        Assert.StartsWith("She looks at her savings on no phone yet.", (await installation.Run("savings", "unlink", "Group", "1")).Error, StringComparison.Ordinal);
        Assert.Equal(1, (await installation.Run("savings", "seat", "Group", "1", "--second-pin")).Code);
        Assert.Equal(new Outcome(0, "Done.\n", ""), await installation.Run("savings", "meeting", "Group", "2099-12-01"));
        Assert.Equal(new Outcome(0, "Done.\n", ""), await installation.Run("savings", "meeting", "Group", "none"));
        Assert.Equal(1, (await installation.Run("savings", "meeting", "Group", "tomorrow")).Code);
        Assert.Equal(1, (await installation.Run("savings", "meeting", "Group", "2020-01-01")).Code);
    }

    [Theory]
    [InlineData("savings", "seat")]
    [InlineData("savings", "export")]
    [InlineData("savings", "journal")]
    [InlineData("savings", "import")]
    public async Task What_is_left_out_is_bad_usage(params string[] words) => Assert.NotEqual(0, (await installation.Run(words)).Code);

    private Task<Outcome> Verify() => installation.Run("savings", "verify");

    private async Task<SavingsHost> Some()
    {
        var host = new SavingsHost(installation.Folder);
        var (cash, savings) = (await host.Float(), await host.Savings((await host.Group(1))[0]));
        await host.Must(host.Deposit(cash, savings, 5_000));
        await host.Must(host.Deposit(cash, savings, 2_500));
        return host;
    }
}
