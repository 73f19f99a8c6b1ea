using ChatSupport.Storage;
using Microsoft.Data.Sqlite;

namespace ChatSupport.Tests.Savings.Office;

/// <summary>A database in use, from before loans could be proposed.</summary>
public sealed class AnOlderDatabase
{
    private const string Change = "20261127183000_SavingsOfficeOne";

    [Fact]
    public void Keeps_every_proposal_and_what_guards_them()
    {
        using var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        using var session = new StoreSession(connection);
        foreach (var name in MigrationList.Known.TakeWhile(name => name != Change))
            session.RunScript(MigrationList.Script(name));
        session.RunScript("""
            INSERT INTO savings_proposals (id, kind, entry, dr, cr, amount, reason, maker, made_at) VALUES ('cash', 'Handover', NULL, 1, 2, 5000, '', 'dara', 7), ('fix', 'Reversal', 3, 0, 0, 0, 'wrong-amount', 'dara', 8);
            INSERT INTO savings_decisions (proposal, is_confirmed, decided_by, decided_at) VALUES ('cash', 1, 'srey', 9);
            """);
        var before = Rows(session);

        session.Begin();
        session.RunScript(MigrationList.Script(Change));
        session.Commit();

        Assert.Equal(before, Rows(session));
        Assert.Equal(2, before.Count);
        foreach (var name in MigrationList.Known.SkipWhile(name => name != Change).Skip(1))
            session.RunScript(MigrationList.Script(name));
        Assert.Empty(SchemaCheck.Differences(session, "savings_"));
        Refused("UPDATE savings_proposals SET amount = 1");
        Refused("DELETE FROM savings_proposals");
        Refused("INSERT OR REPLACE INTO savings_proposals SELECT * FROM savings_proposals");
        Refused("INSERT INTO savings_decisions (proposal, is_confirmed, decided_by, decided_at) VALUES ('fix', 1, 'dara', 9)"); // she made it
        Refused("INSERT INTO savings_proposals (id, kind, entry, dr, cr, amount, reason, maker, made_at) VALUES ('x', 'Deposit', NULL, 1, 2, 5000, '', 'dara', 7)");
        session.RunScript("INSERT INTO savings_proposals (id, kind, entry, dr, cr, amount, reason, maker, made_at) VALUES ('loan', 'Loan', NULL, 1, 2, 5000, '', 'dara', 7)");

        void Refused(string sql) => Assert.Throws<SqliteException>(() => session.RunScript(sql));
    }

    private static List<string> Rows(StoreSession session) =>
        session["SELECT id || kind || coalesce(entry, '') || dr || '.' || cr || '.' || amount || reason || maker || made_at FROM savings_proposals ORDER BY id"].All(row => row.GetString(0));
}
