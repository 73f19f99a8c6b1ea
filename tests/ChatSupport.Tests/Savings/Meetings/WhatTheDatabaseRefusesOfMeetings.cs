using ChatSupport.Dialogs.Running;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Office;
using Microsoft.Data.Sqlite;

namespace ChatSupport.Tests.Savings.Meetings;

/// <summary>Whoever has a tool for the database, but leaves its triggers, enters nothing into a meeting that is over and closes none that was not counted.</summary>
public sealed class WhatTheDatabaseRefusesOfMeetings
{
    [Theory]
    [InlineData("DELETE FROM savings_meetings")]
    [InlineData("UPDATE savings_meetings SET state = 'Closed', closer = 'x', closed_at = 1 WHERE state = 'Open'")] // not counted
    [InlineData("UPDATE savings_meetings SET state = 'Counted' WHERE state = 'Open'")]
    [InlineData("UPDATE savings_meetings SET state = 'Cancelled' WHERE state = 'Open'")] // something was entered
    [InlineData("UPDATE savings_meetings SET state = 'Open', closer = NULL, closed_at = NULL WHERE state = 'Closed'")]
    [InlineData("UPDATE savings_meetings SET closer = 'y' WHERE state = 'Closed'")]
    [InlineData("UPDATE savings_meetings SET opener = 'y' WHERE state = 'Open'")]
    [InlineData("UPDATE savings_meetings SET confirmed_by = closer WHERE state = 'Closed'")]
    [InlineData("INSERT INTO savings_meetings (id, group_id, day, state, opener, opened_at) SELECT 'z', group_id, day, 'Open', 'x', 1 FROM savings_meetings WHERE state = 'Open'")]
    [InlineData("INSERT OR REPLACE INTO savings_meetings (id, group_id, day, state, opener, opened_at) SELECT 'z', group_id, day, 'Open', 'x', 1 FROM savings_meetings WHERE state = 'Open'")]
    [InlineData("INSERT OR REPLACE INTO savings_meetings (id, group_id, day, state, opener, opened_at) SELECT id, group_id, day, 'Planned', 'x', 1 FROM savings_meetings WHERE state = 'Closed'")]
    [InlineData("INSERT INTO savings_counts SELECT id, 'KHR', 100, 1, 'x' FROM savings_meetings WHERE state = 'Closed'")]
    [InlineData("UPDATE savings_counts SET pieces = pieces + 1")]
    [InlineData("DELETE FROM savings_counts")]
    [InlineData("INSERT INTO savings_approvals (hold, approved_by, approved_at) VALUES (1, 'seat', 1)")]
    [InlineData("INSERT OR REPLACE INTO savings_approvals (hold, approved_by, approved_at) VALUES (1, 'y', 1)")]
    [InlineData("UPDATE savings_approvals SET approved_by = 'y'")]
    [InlineData("DELETE FROM savings_approvals")]
    public async Task Nothing_that_stands_is_changed(string sql)
    {
        await using var host = new SavingsHost();
        await Fill(host);

        Assert.Equal(19, Assert.Throws<SqliteException>(() => host.Raw($"PRAGMA recursive_triggers=OFF; {sql}")).SqliteErrorCode);
        Assert.Empty(host.Verify());
    }

    [Fact]
    public async Task A_closed_meeting_takes_no_entry_but_a_wrong_one_is_still_taken_back()
    {
        await using var host = new SavingsHost();
        await Fill(host);
        await host.Employ();
        var closed = host.Ledger.Read(pen => pen.Entry(1)!);
        var wish = new EntryWish(host.Id(), EntryKind.Deposit, closed.Dr, closed.Cr, ChatSupport.Savings.Amounts.Money.Riel(100), "seat") { Link = closed.Link };

        Assert.Contains("while it is open", (await Assert.ThrowsAnyAsync<Exception>(() => host.Post(wish))).ToString(), StringComparison.Ordinal);
        Assert.IsType<EntryOutcome.Recorded>(await host.Ledger.Reverse(new ReversalWish(host.Id(), 1, SavingsHost.Officer, "wrong-amount"), TestContext.Current.CancellationToken));
        Assert.Empty(host.Verify());
    }

    /// <summary>A meeting that is closed, and one that is open with a deposit and an approved withdrawal.</summary>
    private static async Task Fill(SavingsHost host)
    {
        await SendingASheet.Meet(host);
        await Do("sheet", ("text", "1 20000, 2 10000"));
        await Do("count", ("currency", "KHR"), ("notes", "10000x3"));
        await Do("close");
        await Do("open");
        await Do("sheet", ("text", "1 5000"));
        await Do("want", ("text", "1 1000"));
        await host.Employ();
        Assert.IsType<OfficeAnswer.Good>(await host.Get<OfficePens>().Write(pen => Approvals.Approve(pen, 1, SavingsHost.Officer), TestContext.Current.CancellationToken));

        async Task Do(string act, params (string Name, string Value)[] with)
        {
            var said = await SendingASheet.Do(host, new Effect($"meeting.{act}", with.ToDictionary(one => one.Name, one => one.Value)), host.Id());
            Assert.StartsWith("done", said.Code, StringComparison.Ordinal);
        }
    }
}
