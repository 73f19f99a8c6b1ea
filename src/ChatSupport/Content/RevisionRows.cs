using System.Data.Common;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Storage;

namespace ChatSupport.Content;

/// <summary>Reads and adds revisions.</summary>
internal sealed class RevisionRows(StoreReaders readers, StoreWriter writer)
{
    private const string Facts = "SELECT number, fingerprint, published_at, published_by, why, findings, restores FROM revisions";
    private const string Latest = "SELECT max(number) FROM revisions";
    private const string ReadFiles = "SELECT files FROM revisions WHERE number = $1";

    private const string Insert = """
        INSERT INTO revisions (fingerprint, files, published_at, published_by, why, findings, restores) VALUES ($1, $2, $3, $4, $5, $6, $7)
        """;

    /// <summary>The number of the live one; 0 where nothing was published.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public long LiveNumber() => readers.Read(LiveNumber);

    /// <summary>The same as a transaction sees it.</summary>
    public static long LiveNumber(StoreSession session) => session[Latest].One() is long number ? number : 0;

    /// <summary>The live one; null where nothing was published.</summary>
    public RevisionFacts? Live() => First($"{Facts} ORDER BY number DESC LIMIT 1");

    /// <summary>All, newest first.</summary>
    public IReadOnlyList<RevisionFacts> All() => readers.Read(session => session[$"{Facts} ORDER BY number DESC"].All(FactsOf));

    /// <summary>The files of one; null where there is none of that number.</summary>
    /// <exception cref="InvalidDataException">The row is damaged.</exception>
    public IReadOnlyList<ContentFile>? Files(long number) =>
        readers.Read(session => session[ReadFiles].One(number)) is byte[] packed ? RevisionArchive.Unpack(packed) : null;

    /// <summary>Adds one, in one transaction, if the live one is still the one that it was made against.</summary>
    /// <param name="revision">The new one.</param>
    /// <param name="expectedLive">The number of the one that it was made against; 0 for none.</param>
    /// <param name="cancel">Gives up before anything is written.</param>
    /// <param name="also">What is committed with it, given its number; null for nothing.</param>
    /// <param name="onlyIf">What must hold as well when it is written; null for nothing more. It only looks.</param>
    /// <returns>Its number; null where another was published meanwhile, or it did not hold.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public Task<long?> Add(
        Revision revision, long expectedLive, CancellationToken cancel, Action<StoreSession, long>? also = null, Func<StoreSession, bool>? onlyIf = null) => writer.Write<long?>(session =>
    {
        if (LiveNumber(session) != expectedLive || onlyIf?.Invoke(session) == false)
            return null;
        session[Insert].Run(revision.Fingerprint, revision.Files, revision.PublishedAt.ToUnixTimeMilliseconds(), revision.PublishedBy,
            revision.Why, revision.Findings, revision.Restores);
        var number = session.LastNumber;
        also?.Invoke(session, number);
        return number;
    }, cancel);

    /// <summary>Whether content of this fingerprint was published before.</summary>
    public bool Knows(string fingerprint) => readers.Read(session => session["SELECT 1 FROM revisions WHERE fingerprint = $1 LIMIT 1"].One(fingerprint)) is not null;

    private RevisionFacts? First(string sql) => readers.Read(session => session[sql].All(FactsOf)) is [var facts] ? facts : null;

    private static RevisionFacts FactsOf(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)), row.GetString(3), row.GetString(4),
        row.GetInt32(5), row.IsDBNull(6) ? null : row.GetInt64(6));
}
