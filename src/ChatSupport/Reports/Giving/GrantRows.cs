using System.Data.Common;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Giving;

/// <summary>Reads and writes to whom the keys of cases were given.</summary>
internal static class GrantRows
{
    private const string OfCase = "SELECT purpose, epoch, staff, reader_epoch FROM report_grants WHERE case_id = $1 ORDER BY purpose, epoch";
    private const string OfAll = "SELECT purpose, epoch, staff, reader_epoch, case_id FROM report_grants ORDER BY case_id, purpose, epoch"; // the index has all of it
    private const string Files = "SELECT purpose, epoch, id, sealed FROM report_grants WHERE case_id = $1 AND staff = $2 AND reader_epoch = $3 ORDER BY purpose, epoch";
    private const string Older = "SELECT purpose, epoch, id, sealed FROM report_grants WHERE case_id = $1 AND purpose = 'thread-key' AND staff = $2 ORDER BY epoch DESC";
    private const string NewestOf = "SELECT max(epoch) FROM report_grants WHERE case_id = $1 AND purpose = $2";
    private const string Insert = "INSERT INTO report_grants (id, case_id, purpose, epoch, staff, reader_epoch, sealed) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING";
    private const string Drop = "DELETE FROM report_grants WHERE case_id = $1 AND id = $2";
    private const string Take = "DELETE FROM report_grants WHERE case_id = $1 AND purpose = $2 AND epoch < $3 AND staff = $4 AND reader_epoch = $5";

    /// <summary>Those of one case.</summary>
    public static CaseGrants Of(StoreSession session, string caseId) => new(session[OfCase].All(Line, caseId));

    /// <summary>Those of all cases and drafts, by their ids.</summary>
    public static IReadOnlyDictionary<string, CaseGrants> All(StoreSession session) =>
        session[OfAll].All(row => (Case: row.GetString(4), Line: Line(row))).GroupBy(one => one.Case, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new CaseGrants([.. group.Select(one => one.Line)]), StringComparer.Ordinal);

    /// <summary>The files that a key of a reader opens.</summary>
    public static IReadOnlyList<GivenKey> FilesOf(StoreSession session, string caseId, Reader reader) => session[Files].All(File, caseId, reader.Staff, (long)reader.Epoch);

    /// <summary>The older keys of a conversation, each sealed to the next, the newest first: so the reporter's number opens all of it.</summary>
    public static IReadOnlyList<GivenKey> OlderOfThread(StoreSession session, string caseId) => session[Older].All(File, caseId, CaseGrants.OfReporter);

    /// <summary>The number of the key that is written to.</summary>
    public static uint Newest(StoreSession session, string caseId, string purpose) => session[NewestOf].One(caseId, purpose) is long newest ? (uint)newest : 0;

    /// <summary>Keeps one, once.</summary>
    /// <returns>False where it was given before.</returns>
    public static bool Add(StoreSession session, string caseId, GivenKey key, string staff, uint readerEpoch) =>
        session[Insert].Run(key.Row, caseId, key.Key.Purpose, (long)key.Key.Epoch, staff, (long)readerEpoch, key.File) == 1;

    /// <summary>Takes older keys away from whom they must not serve any more: who takes the database later, and has such a key, opens nothing with it.</summary>
    public static void TakeFrom(StoreSession session, string caseId, string purpose, uint before, IEnumerable<Reader> revoked)
    {
        foreach (var reader in revoked)
            session[Take].Run(caseId, purpose, (long)before, reader.Staff, (long)reader.Epoch);
        session.EmptyLogAfterCommit();
    }

    /// <summary>Takes one away.</summary>
    public static void Remove(StoreSession session, string caseId, string row) => session[Drop].Run(caseId, row);

    private static GrantLine Line(DbDataReader row) => new(new CaseKeyId(row.GetString(0), (uint)row.GetInt64(1)), row.GetString(2), (uint)row.GetInt64(3));

    private static GivenKey File(DbDataReader row) => new(new CaseKeyId(row.GetString(0), (uint)row.GetInt64(1)), row.GetString(2), (byte[])row.GetValue(3));
}
