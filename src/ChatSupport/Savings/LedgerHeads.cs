using ChatSupport.Savings.Entries;
using ChatSupport.Staff.Audit;
using ChatSupport.Storage;

namespace ChatSupport.Savings;

/// <summary>Notes the newest rows outside of the database after each commit, and looks before each first write whether the ledger still holds what was noted last.
/// Without that look the next entry would cover up that some were removed.</summary>
internal sealed class LedgerHeads(LedgerHeadFile file, AuditTrail trail, ILogger<LedgerHeads> log)
{
    /// <summary>What the audit log records where the ledger did not go on where it had ended.</summary>
    public const string GapAct = "savings.gap";

    // Of the transaction that is open now, so of the writer's thread alone.
    private bool headIsOwed;
    private bool mayGoBack;

    /// <summary>Looks after the head for the transaction that is open. More than once does nothing.</summary>
    public void Watch(StoreSession session)
    {
        if (!session.AfterCommit(this, () => Note(session)))
            return;
        mayGoBack = false;
        if (GoesOn(session) is not { } gap)
            return;
        mayGoBack = true;
        trail.Add(session, new AuditNote(AuditNote.System, GapAct, detail: gap));
        log.LedgerDoesNotGoOn(gap);
    }

    private string? GoesOn(StoreSession session)
    {
        try
        {
            var seen = file.Read();
            if (seen is null && LedgerHead.Of(session) is var all && !all.IsBeyond(LedgerHead.Beginning))
                file.Write(seen = all, mayGoBack: false); // the file missing later is a finding
            if (headIsOwed)
                return null; // it lags because of us
            if (seen is null or { IsBroken: true })
                return seen is null ? "The file savings.head was missing." : "The file savings.head could not be read.";
            return seen.NotIn(session) is [var table, ..]
                ? $"The newest row of {table.Name} that savings.head names is not there: rows were removed at the end, or an older backup was put back."
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Owe(e);
            return null;
        }
    }

    private void Note(StoreSession session)
    {
        try
        {
            file.Write(LedgerHead.Of(session), mayGoBack);
            headIsOwed = false;
        }
        catch (Exception e) // whatever it is: what is committed must not be told to have failed
        {
            Owe(e);
        }
    }

    private void Owe(Exception cause)
    {
        if (!headIsOwed)
            log.LedgerHeadNotWritten(file.File, cause);
        headIsOwed = true;
    }
}
