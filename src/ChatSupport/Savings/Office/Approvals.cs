using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Holds;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Office;

/// <summary>Decides about withdrawals. Who pays one out, in a meeting or at the office, asks here who agreed.</summary>
internal static class Approvals
{
    private const string Open = $"""
        SELECT {LedgerRows.HoldColumns} FROM savings_holds h WHERE h.expires_at > $1 AND NOT EXISTS (SELECT 1 FROM savings_entries e WHERE e.hold = h.number)
        AND NOT EXISTS (SELECT 1 FROM savings_ends x WHERE x.what = 'Hold' AND x.target = h.number) ORDER BY h.number
        """;

    /// <summary>Withdrawals that wait, the oldest first.</summary>
    public static IReadOnlyList<LedgerHold> Waiting(OfficePen pen) => pen.Session[Open].All(LedgerRows.Hold, pen.Now.ToUnixTimeMilliseconds());

    /// <summary>Opaque id of who agreed; null where nobody did, or the row is none of ours.</summary>
    public static string? ByWhom(StoreSession session, LedgerPen ledger, long hold) => ledger.Hold(hold) is { } kept
        && session["SELECT approved_by, approved_at, seal FROM savings_approvals WHERE hold = $1"].All(row => (By: row.GetString(0), At: row.GetInt64(1), Seal: row.IsDBNull(2) ? null : (byte[])row.GetValue(2)), hold) is [var one]
        && ledger.Seals(HoldApproval.Table, HoldApproval.HashOf(kept.Hash, one.By, one.At), one.Seal) ? one.By : null;

    /// <summary>Agrees. Who asked for the money is refused, whatever roles she has.</summary>
    public static OfficeAnswer Approve(OfficePen pen, long number, string by)
    {
        if (pen.Ledger.Hold(number) is not { } hold)
            return OfficeAnswer.Not(OfficeRefusal.NotThere);
        if (Holding.Over(pen.Ledger, hold) is { } over)
            return OfficeAnswer.Not(over);
        if (hold.Maker == by)
            return OfficeAnswer.Not(OfficeRefusal.SamePerson);
        if (ByWhom(pen.Session, pen.Ledger, number) is not null)
            return OfficeAnswer.Not(OfficeRefusal.ApprovedAlready);
        var at = pen.Now.ToUnixTimeMilliseconds();
        pen.Session["INSERT INTO savings_approvals (hold, approved_by, approved_at, seal) VALUES ($1, $2, $3, $4)"]
            .Run(number, by, at, pen.Ledger.SealOf(HoldApproval.Table, HoldApproval.HashOf(hold.Hash, by, at)));
        return new OfficeAnswer.Good(OfficeWords.Approved);
    }
}
