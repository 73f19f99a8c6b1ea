using System.Text;
using ChatSupport.Reports.Giving;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Reports.Work;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;
using ChatSupport.Tests.Reports.Intake;
using ChatSupport.Tests.Reports.Work;

namespace ChatSupport.Tests.Reports.Giving;

/// <summary>Who left had the key of a conversation: it gets a new one the next time its reporter opens it with her number, which opens all of it as before.</summary>
public sealed class ANewKeyForAConversation
{
    private const string Before = "MARK-written-before";
    private const string After = "MARK-written-after";

    [Fact]
    public async Task Is_made_when_she_opens_it_and_her_number_opens_old_and_new()
    {
        await using var world = await ReportWorld.Start();
        var (she, number) = await world.Report();
        var id = world.Case;
        await world.Answers(id, Before);
        using var sokha = AgeIdentity.New();
        await Follows(world, sokha, id);

        var elsewhere = await world.Desk.Worker();
        await elsewhere.Types(number);
        Assert.Equal(["2"], world.Rows("SELECT epoch FROM report_cases"));
        Assert.Equal(["2"], world.Rows("SELECT epoch FROM report_receipts"));
        await elsewhere.Presses("Write or ask");
        await elsewhere.Types(After);
        await elsewhere.Presses("My report");
        await elsewhere.Presses("Read the messages");
        Assert.Contains(Before, elsewhere.Screen, StringComparison.Ordinal);
        Assert.Contains(After, elsewhere.Screen, StringComparison.Ordinal);

        var again = await world.Desk.Worker(); // the same number opens it once more, and makes no third key
        await again.Types(number);
        await again.Presses("Read the messages");
        Assert.Contains(Before, again.Screen, StringComparison.Ordinal);
        Assert.Contains(After, again.Screen, StringComparison.Ordinal);
        Assert.Equal(["2"], world.Rows("SELECT epoch FROM report_cases"));
        Assert.Equal(["recovery", "sokha"], world.Rows("SELECT staff FROM report_grants WHERE purpose = 'thread-key' AND epoch = 2 ORDER BY staff"));
        Assert.Equal([After], OpensNewest(world, sokha, id));
        Assert.DoesNotContain("could not be opened", again.Screen, StringComparison.Ordinal);

        await she.Presses("My report"); // her first chat still holds the old key: what she writes there goes under the new one
        await she.Presses("Write or ask");
        await she.Types("from the first chat");
        Assert.Equal([After, "from the first chat"], OpensNewest(world, sokha, id));
    }

    [Fact]
    public async Task Is_not_made_while_nobody_who_may_have_the_case_would_have_it()
    {
        await using var world = await ReportWorld.Start();
        var (_, number) = await world.Report();
        world.Sign(ReportWorld.Reader("dara", world.Dara, isRevoked: true), ReportWorld.Reader("recovery", world.Recovery, ReaderRole.Recovery));

        var elsewhere = await world.Desk.Worker();
        await elsewhere.Types(number);

        Assert.Contains("Your report is with us", elsewhere.Screen, StringComparison.Ordinal);
        Assert.Equal(["1"], world.Rows("SELECT epoch FROM report_cases"));
    }

    /// <summary>Dara is revoked, and Sokha has the case and a key that the root signed.</summary>
    private static async Task Follows(ReportWorld world, AgeIdentity sokha, string id)
    {
        var account = new StaffAccount { Id = AccountRows.NewId(), Name = "Sokha", Roles = [StaffRole.CaseWorker], Stamp = AccountRows.NewId(), MadeAt = world.Desk.Time.GetUtcNow() };
        await world.Writes((session, _) =>
        {
            world.Desk.Host.Get<AccountRows>().Add(session, account);
            KeyRows.Add(session, account.Id, CaseWorld.Locked(sokha.Recipient), account.MadeAt);
            session["UPDATE report_cases SET owner = $2, state = 'InAssessment' WHERE id = $1"].Run(id, account.Id);
        });
        world.Sign(ReportWorld.Reader("dara", world.Dara, isRevoked: true), ReportWorld.Reader("sokha", sokha), ReportWorld.Reader("recovery", world.Recovery, ReaderRole.Recovery));
    }

    private static List<string> OpensNewest(ReportWorld world, AgeIdentity sokha, string id) => world.Desk.Host.Get<StoreReaders>().Read(session =>
    {
        var reader = ReportWorld.Reader("sokha", sokha);
        var file = GrantRows.FilesOf(session, id, reader).Single(key => key.Key == new CaseKeyId(CaseKeyId.Thread, 2));
        using var key = NewKey.Open(new KeyGrant(Guid.ParseExact(file.Row, "n"), "sokha", 1, file.File), Purpose.ThreadKey, Guid.ParseExact(id, "n"), 2, sokha);
        return session["SELECT id, sealed FROM report_messages WHERE epoch = 2 ORDER BY at, rowid"].All(row =>
            Encoding.UTF8.GetString(SealedFile.Open((byte[])row.GetValue(1), new SealedPlace(Purpose.Message, Guid.ParseExact(id, "n"), Guid.ParseExact(row.GetString(0), "n"), 2), key)));
    });
}
