using System.Data.Common;
using System.Globalization;
using ChatSupport.Storage;

namespace ChatSupport.Staff.Audit;

/// <summary>The audit log: what staff did, in the order it happened. It is added to, read, and never changed.</summary>
internal sealed class AuditTrail(StoreWriter writer, StoreReaders readers, AuditChain chain, AuditHeadFile file, TimeProvider time, ILogger<AuditTrail> log)
{
    private const int Batch = 500;
    private const string Newest = "SELECT number, mac FROM audit_entries ORDER BY number DESC LIMIT 1";
    private const string MacOf = "SELECT mac FROM audit_entries WHERE number = $1";
    private const string ActOf = "SELECT act FROM audit_entries WHERE number = $1";
    private const string Insert = "INSERT INTO audit_entries (number, at, who, act, subject, detail, mac) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    private const string Columns = "SELECT number, at, who, act, subject, detail, mac FROM audit_entries";

    private const string Wanted = """
        ($2 IS NULL OR who = $2) AND ($3 IS NULL OR substr(act, 1, length($3)) = $3) AND ($4 IS NULL OR subject = $4)
        AND ($5 IS NULL OR at >= $5) AND ($6 IS NULL OR at < $6)
        """;

    private const string Back = $"{Columns} WHERE number < $1 AND {Wanted} ORDER BY number DESC LIMIT $7";
    private const string Forth = $"{Columns} WHERE number > $1 AND {Wanted} ORDER BY number LIMIT $7";

    // Of the transaction that is open now, so of the writer's thread alone.
    private AuditHead? seen;
    private AuditHead? newest;
    private bool headIsOwed;

    /// <summary>Records something inside of a transaction, so that a change and its entry are committed together or not at all.</summary>
    /// <param name="session">The writer's, inside of <see cref="StoreWriter.Write"/>. That may run twice, which records once.</param>
    /// <param name="note">What happened.</param>
    /// <returns>The number of the entry.</returns>
    public long Add(StoreSession session, AuditNote note)
    {
        var last = Last(session);
        if (session.AfterCommit(this, NoteHead) && !GoesOn(session, last))
        {
            last = Append(session, last, Gap(seen));
            log.DoesNotGoOn(last.Number);
        }
        last = Append(session, last, note);
        newest = AuditHead.Of(last.Number, last.Mac);
        return last.Number;
    }

    /// <summary>Records something that changes nothing else, such as that a case was viewed. It is on disk when this ends.</summary>
    /// <returns>The number of the entry.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was recorded: what is to be recorded must not happen then.</exception>
    public Task<long> Write(AuditNote note, CancellationToken cancel) => writer.Write(session => Add(session, note), cancel);

    /// <summary>Writes down why the log did not go on where it had ended, which ends that finding.</summary>
    /// <param name="number">The entry that records it.</param>
    /// <param name="who">Who explains.</param>
    /// <param name="because">Why.</param>
    /// <param name="cancel">Gives up before anything is written.</param>
    /// <returns>False where that entry records no such thing.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public Task<bool> Explain(long number, string who, string because, CancellationToken cancel) => writer.Write(session =>
    {
        if (session[ActOf].One(number) is not AuditActs.Gap)
            return false;
        Add(session, new AuditNote(who, AuditActs.Explained, number.ToString(CultureInfo.InvariantCulture), because));
        return true;
    }, cancel);

    /// <summary>A page of the log, newest first.</summary>
    /// <param name="filter">Which entries.</param>
    /// <param name="before">Goes on behind the page that ended with this number; null for the first page.</param>
    /// <param name="count">How many at most.</param>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public IReadOnlyList<AuditEntry> Page(AuditFilter filter, long? before, int count) => Read(Back, filter, before ?? long.MaxValue, count);

    /// <summary>The whole log, oldest first, read bit by bit.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public IEnumerable<AuditEntry> All(AuditFilter filter)
    {
        List<AuditEntry> some;
        for (var after = long.MinValue; (some = Read(Forth, filter, after, Batch)).Count > 0; after = some[^1].Number)
        {
            foreach (var entry in some)
                yield return entry;
        }
    }

    private List<AuditEntry> Read(string sql, AuditFilter filter, long from, int count) => readers.Read(session => session[sql].All(
        EntryOf, from, filter.Who, filter.Act, filter.Subject, filter.From?.ToUnixTimeMilliseconds(), filter.Until?.ToUnixTimeMilliseconds(), count));

    private static AuditEntry EntryOf(DbDataReader row) => new()
    {
        Number = row.GetInt64(0),
        At = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
        Who = row.GetString(2),
        Act = row.GetString(3),
        Subject = row.GetString(4),
        Detail = row.GetString(5),
        Mac = (byte[])row.GetValue(6),
    };

    private static Link Last(StoreSession session) =>
        session[Newest].All(row => new Link(row.GetInt64(0), (byte[])row.GetValue(1))) is [var last] ? last : new Link(0, AuditChain.Beginning);

    private Link Append(StoreSession session, Link last, AuditNote note)
    {
        var (number, at) = (last.Number + 1, time.GetUtcNow().ToUnixTimeMilliseconds());
        var mac = chain.Mac(last.Mac, number, at, note);
        session[Insert].Run(number, at, note.Who, note.Act, note.Subject, note.Detail, mac);
        return new Link(number, mac);
    }

    /// <summary>Looks whether the log still holds what was its newest entry. Without this look the next entry would cover up that some were removed.</summary>
    private bool GoesOn(StoreSession session, Link last)
    {
        try
        {
            seen = file.Read();
            if (seen is null && last.Number == 0)
                file.Write(seen = AuditHead.Of(0, AuditChain.Beginning), seen: null); // the file missing later is a finding
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Owe(e);
        }
        return headIsOwed || seen switch
        {
            null => false,
            { Number: 0 } => true,
            _ => session[MacOf].One(seen.Number) is byte[] mac && AuditHead.Of(seen.Number, mac) == seen,
        };
    }

    private static AuditNote Gap(AuditHead? head) => new(AuditNote.System, AuditActs.Gap, head?.Name ?? "", head switch
    {
        null => "The file audit.head was missing.",
        { Number: < 0 } => "The file audit.head could not be read.",
        _ => "The entry that audit.head names is not in the log: entries were removed at its end, or an older backup was put back.",
    });

    private void NoteHead()
    {
        try
        {
            file.Write(newest!, seen);
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
            log.HeadNotWritten(file.File, cause);
        headIsOwed = true; // a head that lags because of us is not what GoesOn looks for
    }

    private readonly record struct Link(long Number, byte[] Mac);
}
