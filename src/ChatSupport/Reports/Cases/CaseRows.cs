using ChatSupport.Reports.Sealing;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Cases;

/// <summary>What is written of a case as a whole.</summary>
internal static class CaseRows
{
    private const string AddGrant = """
        INSERT INTO report_grants (id, case_id, purpose, epoch, staff, reader_epoch, sealed) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (case_id, purpose, epoch, staff, reader_epoch) DO NOTHING
        """;

    private const string AddItem = "INSERT INTO report_items (id, case_id, purpose, question, epoch, at, sealed) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    private const string NewKey = "UPDATE report_cases SET case_key = $2, version = version + 1 WHERE id = $1 AND case_key <> $2";
    private const string Bury = "INSERT OR IGNORE INTO report_tombstones (case_id, at) VALUES ($1, $2)";

    private static readonly string[] everything =
    [
        "DELETE FROM report_items WHERE case_id = $1",
        "DELETE FROM report_grants WHERE case_id = $1",
        "DELETE FROM report_messages WHERE case_id = $1",
        "DELETE FROM report_receipts WHERE case_id = $1",
        "DELETE FROM report_routes WHERE case_id = $1",
        "DELETE FROM report_drafts WHERE case_id = $1",
        "DELETE FROM report_cases WHERE id = $1",
    ];

    /// <summary>Gives a reader a key.</summary>
    public static void Give(StoreSession session, Guid ofCase, Purpose purpose, uint epoch, KeyGrant grant) =>
        session[AddGrant].Run(grant.Row.ToString("n"), ofCase.ToString("n"), WordOf(purpose), epoch, grant.Staff, grant.ReaderEpoch, grant.Sealed);

    /// <summary>Adds something sealed.</summary>
    public static void Add(StoreSession session, SealedPlace place, string question, byte[] file, DateTimeOffset at) =>
        session[AddItem].Run(place.Row.ToString("n"), place.Case.ToString("n"), WordOf(place.Purpose), question, place.Epoch, at.ToUnixTimeMilliseconds(), file);

    /// <summary>Keeps the public half of a new key of the case.</summary>
    /// <returns>1; 0 where it is the key that the case has.</returns>
    public static int Rekey(StoreSession session, string caseId, string recipient) => session[NewKey].Run(caseId, recipient);

    /// <summary>Deletes everything of a case or a draft, and lets nothing of it stay readable in the log of what was written.</summary>
    public static void Wipe(StoreSession session, string caseId)
    {
        foreach (var part in everything)
            session[part].Run(caseId);
        session.EmptyLogAfterCommit();
    }

    /// <summary>Destroys a case for good: no backup brings it back.</summary>
    public static void Destroy(StoreSession session, string caseId, DateTimeOffset now)
    {
        Wipe(session, caseId);
        session[Bury].Run(caseId, now.ToUnixTimeMilliseconds());
    }

    /// <summary>The word of a purpose, as it stands within files.</summary>
    public static string WordOf(Purpose purpose) => purpose switch
    {
        Purpose.Answer => "answer",
        Purpose.Identity => "identity",
        Purpose.Attachment => "attachment",
        Purpose.Note => "note",
        Purpose.CaseKey => "case-key",
        Purpose.ThreadKey => "thread-key",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "It has no row of its own in a case."),
    };
}
