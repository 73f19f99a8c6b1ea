using System.Data.Common;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Entries;

namespace ChatSupport.Savings.Office;

/// <summary>Decides about what one person wants and another has to confirm. A leader's phone may add a handover here as well; the office confirms it.</summary>
internal static class Proposals
{
    private const string Columns = "p.id, p.kind, p.entry, p.dr, p.cr, p.amount, p.reason, p.maker, p.made_at";
    private const string One = $"SELECT {Columns} FROM savings_proposals p WHERE p.id = $1";
    private const string Open = $"SELECT {Columns} FROM savings_proposals p WHERE NOT EXISTS (SELECT 1 FROM savings_decisions d WHERE d.proposal = p.id) ORDER BY p.made_at, p.id";
    private const string Insert = "INSERT INTO savings_proposals (id, kind, entry, dr, cr, amount, reason, maker, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    private const string Decide = "INSERT INTO savings_decisions (proposal, is_confirmed, decided_by, decided_at) VALUES ($1, $2, $3, $4)";

    /// <summary>Those that nobody decided about, the oldest first.</summary>
    public static IReadOnlyList<OfficeProposal> Waiting(OfficePen pen) => pen.Session[Open].All(Of);

    public static OfficeProposal? Find(OfficePen pen, string id) => pen.Session[One].All(Of, id) is [var one] ? one : null;

    /// <summary>Adds one; the same again changes nothing.</summary>
    public static OfficeAnswer Add(OfficePen pen, OfficeProposal proposal)
    {
        if (!LedgerWords.IsId(proposal.Id) || !LedgerWords.IsId(proposal.Maker) || !LedgerWords.IsReason(proposal.Reason))
            return OfficeAnswer.Not(LedgerRefusal.NotAWord);
        if (Find(pen, proposal.Id) is { } known)
            return known == proposal with { At = known.At } ? new OfficeAnswer.Good(OfficeWords.Proposed) : OfficeAnswer.Not(LedgerRefusal.OtherContent);
        pen.Session[Insert].Run(proposal.Id, proposal.Kind.ToString(), proposal.Entry, proposal.Dr, proposal.Cr, proposal.Amount, proposal.Reason, proposal.Maker, proposal.At.ToUnixTimeMilliseconds());
        pen.Note(proposal.Maker, "savings.propose", proposal.Id, proposal.Kind.ToString());
        return new OfficeAnswer.Good(OfficeWords.Proposed);
    }

    /// <summary>Makes the entry. Who wanted it, or owns an account of it, is refused, whatever roles she has.</summary>
    public static OfficeAnswer Confirm(OfficePen pen, string id, string by)
    {
        if (Find(pen, id) is not { } proposal)
            return OfficeAnswer.Not(OfficeRefusal.NotThere);
        if (IsDecided(pen, id))
            return OfficeAnswer.Not(OfficeRefusal.DecidedAlready);
        if (by == proposal.Maker || new[] { proposal.Dr, proposal.Cr }.Any(account => pen.Ledger.Account(account)?.Owner == by))
            return OfficeAnswer.Not(OfficeRefusal.SamePerson);
        if (proposal.Kind == EntryKind.ShareOut && ShareOuts.IsOvertaken(pen, proposal))
            return OfficeAnswer.Not(OfficeRefusal.Overtaken);
        if (Enter(pen, proposal, by) is EntryOutcome.Refused refused)
            return OfficeAnswer.Not(refused.Why);
        Note(pen, proposal, by, isConfirmed: true);
        return new OfficeAnswer.Good(OfficeWords.Confirmed);
    }

    /// <summary>Turns one down; who wanted it may take it back so.</summary>
    public static OfficeAnswer Decline(OfficePen pen, string id, string by)
    {
        if (Find(pen, id) is not { } proposal)
            return OfficeAnswer.Not(OfficeRefusal.NotThere);
        if (IsDecided(pen, id))
            return OfficeAnswer.Not(OfficeRefusal.DecidedAlready);
        Note(pen, proposal, by, isConfirmed: false);
        return OfficeAnswer.Done;
    }

    private static EntryOutcome Enter(OfficePen pen, OfficeProposal proposal, string by)
    {
        if (proposal.Entry is { } entry)
            return Posting.Reverse(pen.Ledger, new ReversalWish(proposal.Id, entry, proposal.Maker, proposal.Reason) { Confirmer = by });
        if (proposal.Kind == EntryKind.ShareOut)
            return ShareOuts.Enter(pen, proposal, by);
        return pen.Ledger.Account(proposal.Dr) is { } account
            ? Posting.Post(pen.Ledger, new EntryWish(proposal.Id, proposal.Kind, proposal.Dr, proposal.Cr, new Money(proposal.Amount, account.Currency), proposal.Maker)
            {
                Confirmer = by,
                Reason = proposal.Reason,
                CentsAreMeant = true, // that was asked when it was proposed
            })
            : new EntryOutcome.Refused(LedgerRefusal.NoSuchAccount);
    }

    private static void Note(OfficePen pen, OfficeProposal proposal, string by, bool isConfirmed)
    {
        pen.Session[Decide].Run(proposal.Id, isConfirmed ? 1 : 0, by, pen.Now.ToUnixTimeMilliseconds());
        pen.Note(by, isConfirmed ? "savings.confirm" : "savings.decline", proposal.Id, proposal.Kind.ToString());
    }

    private static bool IsDecided(OfficePen pen, string id) => pen.Session["SELECT 1 FROM savings_decisions WHERE proposal = $1"].One(id) is not null;

    private static OfficeProposal Of(DbDataReader row) => new()
    {
        Id = row.GetString(0),
        Kind = LedgerRows.Word<EntryKind>(row.GetString(1)),
        Entry = row.IsDBNull(2) ? null : row.GetInt64(2),
        Dr = row.GetInt64(3),
        Cr = row.GetInt64(4),
        Amount = row.GetInt64(5),
        Reason = row.GetString(6),
        Maker = row.GetString(7),
        At = LedgerRows.Moment(row.GetInt64(8)),
    };
}
