using ChatSupport.Savings.Entries;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Checking;

/// <summary>Rules between rows, as questions to the database: each names the rows that break it.</summary>
internal static class LedgerRules
{
    private static readonly (LedgerTable Table, string How, string Sql)[] rules =
    [
        (LedgerTable.Entries, "it takes back what it does not fit.", """
            SELECT r.seq FROM savings_entries r LEFT JOIN savings_entries e ON e.seq = r.reverses WHERE r.reverses IS NOT NULL
            AND NOT coalesce(e.seq < r.seq AND e.reverses IS NULL AND e.dr = r.cr AND e.cr = r.dr AND e.amount = r.amount, 0)
            """),
        (LedgerTable.Entries, "the same entry is taken back twice.", "SELECT max(seq) FROM savings_entries WHERE reverses IS NOT NULL GROUP BY reverses HAVING count(*) > 1"),
        (LedgerTable.Entries, "the same id is entered twice.", "SELECT max(seq) FROM savings_entries GROUP BY id HAVING count(*) > 1"),
        (LedgerTable.Entries, "it pays a hold that it does not fit, or that was over.", """
            SELECT e.seq FROM savings_entries e LEFT JOIN savings_holds h ON h.number = e.hold WHERE e.hold IS NOT NULL
            AND NOT coalesce(h.account = e.dr AND h.amount = e.amount AND h.behind < e.seq AND h.expires_at > e.recorded_at, 0)
            """),
        (LedgerTable.Entries, "it pays a hold that was released.", "SELECT e.seq FROM savings_entries e JOIN savings_ends x ON x.what = 'Hold' AND x.target = e.hold"),
        (LedgerTable.Entries, "the same hold is paid twice.", "SELECT max(seq) FROM savings_entries WHERE hold IS NOT NULL GROUP BY hold HAVING count(*) > 1"),
        (LedgerTable.Entries, "its account was closed before.", "SELECT e.seq FROM savings_ends x JOIN savings_entries e ON (e.dr = x.target OR e.cr = x.target) AND e.seq > x.behind WHERE x.what = 'Account'"),
        (LedgerTable.Holds, "there is no such account of a member.", "SELECT h.number FROM savings_holds h LEFT JOIN savings_accounts a ON a.number = h.account AND a.kind = 'MemberSavings' WHERE a.number IS NULL"),
        (LedgerTable.Ends, "the account that it closed is not empty.", "SELECT x.number FROM savings_ends x JOIN savings_balances b ON b.number = x.target WHERE x.what = 'Account' AND b.balance <> 0"),
        (LedgerTable.Ends, "what it ends is not there.", """
            SELECT x.number FROM savings_ends x LEFT JOIN savings_holds h ON x.what = 'Hold' AND h.number = x.target LEFT JOIN savings_accounts a ON x.what = 'Account' AND a.number = x.target
            WHERE h.number IS NULL AND a.number IS NULL
            """),
    ];

    /// <summary>All that break one.</summary>
    public static IEnumerable<LedgerFinding> Broken(StoreSession session) => rules.SelectMany(rule =>
        session[rule.Sql].All(row => row.GetInt64(0)).Select(number => LedgerFinding.Of(LedgerFault.Rule, rule.Table.Row, number, rule.How)));
}
