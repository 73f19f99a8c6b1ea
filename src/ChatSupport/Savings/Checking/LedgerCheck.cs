using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Checking;

/// <summary>Finds every changed, removed, inserted or moved row of the ledger, also while the program serves. Writes nothing.</summary>
/// <remarks>What it cannot find: that somebody who writes the database and the head file put both back to an earlier state. An export kept elsewhere shows that.</remarks>
internal sealed class LedgerCheck(StoreReaders readers, LedgerChain chain, GroupSeals seals, LedgerHeadFile file)
{
    private const string Prefix = "savings_";
    private const string GroupColumns = "id, founded_at, body";
    private const string MemberColumns = "id, group_id, book_key, joined_at, left_at, body";

    /// <summary>Checks everything.</summary>
    /// <param name="cancel">Gives up between two rows.</param>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    /// <exception cref="IOException">The head file cannot be read.</exception>
    public LedgerVerdict Verify(CancellationToken cancel)
    {
        var head = file.Read(); // before the rows: they are never behind it
        try
        {
            return readers.Read(session =>
            {
                session["BEGIN"].Run(); // all of one moment
                try
                {
                    return Verify(session, head, cancel);
                }
                finally
                {
                    session.RollBack();
                }
            });
        }
        catch (StoreUnavailableException e) when (Database.IsDamaged(e.InnerException))
        {
            return new LedgerVerdict(0, [new LedgerFinding(LedgerFault.Damaged, "a page of it", e.InnerException!.Message)]);
        }
    }

    private LedgerVerdict Verify(StoreSession session, LedgerHead? head, CancellationToken cancel)
    {
        List<LedgerFinding> findings = [.. SchemaCheck.Differences(session, Prefix).Select(name => new LedgerFinding(LedgerFault.Unguarded, name))];
        findings.AddRange(Damages(session));
        var walk = new LedgerWalk(session, chain, cancel);
        walk.Walk();
        findings.AddRange(walk.Findings);
        findings.AddRange(LedgerRules.Broken(session));
        findings.AddRange(People(session));
        findings.AddRange(Head(session, head));
        return new LedgerVerdict(walk.Entries, [.. findings.Distinct()]);
    }

    /// <summary>Indexes are looked up as well as tables, so one that does not fit its table would show another balance.</summary>
    private static IEnumerable<LedgerFinding> Damages(StoreSession session) => LedgerTable.All.Select(table => table.Name).Concat([SavingsGroup.Table, SavingsMember.Table])
        .SelectMany(table => session[$"PRAGMA integrity_check({table})"].All(row => row.GetString(0)).Where(line => line != "ok").Select(line => new LedgerFinding(LedgerFault.Damaged, table, line)));

    private static IEnumerable<LedgerFinding> Head(StoreSession session, LedgerHead? head)
    {
        var last = LedgerHead.Of(session);
        if (head is null)
            return last.IsBeyond(LedgerHead.Beginning) ? [new LedgerFinding(LedgerFault.NoHead, "")] : [];
        if (head.IsBroken)
            return [new LedgerFinding(LedgerFault.BrokenHead, "")];
        return head.NotIn(session).Select(table => (Table: table, At: LedgerTable.All.ToList().IndexOf(table)))
            .Select(one => LedgerFinding.Of(head.Rows[one.At].Number > last.Rows[one.At].Number ? LedgerFault.CutOff : LedgerFault.OtherHead, one.Table.Row, head.Rows[one.At].Number));
    }

    private List<LedgerFinding> People(StoreSession session)
    {
        var groups = session[$"SELECT {GroupColumns}, {SoundRow.Condition(GroupColumns)} FROM {SavingsGroup.Table} ORDER BY id"].All(row => (Id: Text(row, 0), IsSound: row.GetInt64(3) == 1 && IsGroup(row)));
        var members = session[$"SELECT {MemberColumns}, {SoundRow.Condition(MemberColumns)} FROM {SavingsMember.Table} ORDER BY id"].All(row => (Id: Text(row, 0), IsSound: row.GetInt64(6) == 1 && IsMember(row)));
        return
        [
            .. groups.Where(group => !group.IsSound).Select(group => new LedgerFinding(LedgerFault.Changed, $"Group {group.Id}")),
            .. members.Where(member => !member.IsSound).Select(member => new LedgerFinding(LedgerFault.Changed, $"Member {member.Id}")),
        ];
    }

    private static string Text(DbDataReader row, int at) => row.GetValue(at).ToString() ?? "";

    private bool IsGroup(DbDataReader row) => Opens(() =>
    {
        var group = seals.OpenGroup(row.GetString(0), (byte[])row.GetValue(2));
        return group.Id == row.GetString(0) && group.FoundedAt.ToUnixTimeMilliseconds() == row.GetInt64(1);
    });

    private bool IsMember(DbDataReader row) => Opens(() =>
    {
        var member = seals.OpenMember(row.GetString(0), (byte[])row.GetValue(5));
        return member.Id == row.GetString(0) && member.Group == row.GetString(1) && member.JoinedAt.ToUnixTimeMilliseconds() == row.GetInt64(3)
            && member.LeftAt?.ToUnixTimeMilliseconds() == (row.IsDBNull(4) ? null : row.GetInt64(4)) && seals.BookKey(member.Group, member.Book).AsSpan().SequenceEqual((byte[])row.GetValue(2));
    });

    private static bool Opens(Func<bool> open)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return false;
        }
    }
}
