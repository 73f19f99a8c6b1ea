using ChatSupport.Dialogs.Model;
using ChatSupport.Storage;

namespace ChatSupport.Content.Recordings;

/// <summary>Reads and writes the sounds of recordings.</summary>
internal sealed class RecordingRows(StoreReaders readers)
{
    /// <summary>How long a sound is kept that no revision names: somebody may still want to undo.</summary>
    public static readonly TimeSpan UnpublishedFor = TimeSpan.FromDays(1);

    private const string Insert = "INSERT INTO recordings (hash, bytes, made_at, made_by, is_kept) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (hash) DO NOTHING";

    /// <summary>The sound under this hash; null where there is none.</summary>
    public byte[]? Find(string hash) => readers.Read(session => session["SELECT bytes FROM recordings WHERE hash = $1"].One(hash)) as byte[];

    /// <summary>Whether there is one.</summary>
    public bool Has(string hash) => readers.Read(session => session["SELECT 1 FROM recordings WHERE hash = $1"].One(hash)) is not null;

    /// <summary>Who recorded it first, and when; null where it is not here.</summary>
    public RecordingFacts? FactsOf(string hash) => readers.Read(session => session["SELECT made_by, made_at FROM recordings WHERE hash = $1"]
        .All(row => new RecordingFacts(row.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))), hash)) is [var facts] ? facts : null;

    /// <summary>Keeps a sound. One that is here already stays as it is.</summary>
    public static void Put(StoreSession session, RecordingRow row) => session[Insert].Run(row.Hash, row.Bytes, row.MadeAt.ToUnixTimeMilliseconds(), row.MadeBy, row.IsKept);

    /// <summary>All drafts become a revision: what it names is kept for as long as there are revisions, what was recorded long before and never published goes.</summary>
    /// <param name="session">The transaction that publishes.</param>
    /// <param name="named">The recordings of the revision.</param>
    /// <param name="now">The time.</param>
    public static void Published(StoreSession session, IEnumerable<Recording> named, DateTimeOffset now)
    {
        foreach (var recording in named)
            session["UPDATE recordings SET is_kept = $1 WHERE hash = $2"].Run(true, recording.Hash);
        if (session["DELETE FROM recordings WHERE is_kept = $1 AND made_at < $2"].Run(false, (now - UnpublishedFor).ToUnixTimeMilliseconds()) > 0)
            session.EmptyLogAfterCommit();
    }
}

/// <summary>Who recorded a sound first, and when.</summary>
/// <param name="By">Opaque id of the account.</param>
/// <param name="At">When.</param>
internal sealed record RecordingFacts(string By, DateTimeOffset At);
