using ChatSupport.Storage;

namespace ChatSupport.Reports.Work;

/// <summary>Reads what lies sealed in a case. Who it is about is read by a call of its own.</summary>
internal static class SealedRows
{
    private const string Grants = "SELECT purpose, id, epoch, sealed FROM report_grants WHERE case_id = $1 AND staff = $2 AND reader_epoch = $3 ORDER BY purpose, epoch";
    private const string Items = "SELECT id, purpose, question, epoch, at, sealed FROM report_items WHERE case_id = $1 AND purpose IN ('answer', 'note') ORDER BY at, rowid";
    private const string Who = "SELECT id, purpose, question, epoch, at, sealed FROM report_items WHERE case_id = $1 AND purpose = 'identity' ORDER BY at, rowid";
    private const string Messages = "SELECT id, from_reporter, epoch, at, CASE media WHEN '' THEN sealed ELSE x'' END, media FROM report_messages WHERE case_id = $1 ORDER BY at, rowid";

    private const string Attachments = """
        SELECT id, epoch, 'case-key' FROM report_items WHERE case_id = $1 AND purpose = 'attachment'
        UNION ALL SELECT id, epoch, 'thread-key' FROM report_messages WHERE case_id = $1 AND media <> ''
        """;

    private const string Attachment = """
        SELECT sealed FROM report_items WHERE case_id = $1 AND id = $2 AND purpose = 'attachment'
        UNION ALL SELECT sealed FROM report_messages WHERE case_id = $1 AND id = $2 AND media <> ''
        """;

    /// <summary>The keys of the case that were given to a reader.</summary>
    public static IReadOnlyList<SealedGrant> GrantsOf(StoreSession store, string id, string staff, long epoch) =>
        store[Grants].All(row => new SealedGrant(row.GetString(0), row.GetString(1), (uint)row.GetInt64(2), (byte[])row.GetValue(3)), id, staff, epoch);

    /// <summary>Answers, notes and messages in the order in which they came.</summary>
    public static IReadOnlyList<SealedItem> ItemsOf(StoreSession store, string id)
    {
        var items = Read(store, Items, id);
        items.AddRange(store[Messages].All(row => new SealedItem("message", row.GetString(0), (uint)row.GetInt64(2), row.GetInt64(3), "", row.GetInt64(1) == 0, (byte[])row.GetValue(4))
        {
            Media = row.GetString(5),
        }, id));
        return [.. items.OrderBy(item => item.At)];
    }

    /// <summary>Who it is about, and how she can be reached.</summary>
    public static IReadOnlyList<SealedItem> WhoOf(StoreSession store, string id) => Read(store, Who, id);

    /// <summary>Where the files are that answers and messages speak of.</summary>
    public static IReadOnlyList<SealedAttachment> AttachmentsOf(StoreSession store, string id) =>
        store[Attachments].All(row => new SealedAttachment(row.GetString(0), (uint)row.GetInt64(1), row.GetString(2)), id);

    /// <summary>One file; null where it is not there, or of another case.</summary>
    public static byte[]? FileOf(StoreSession store, string id, string row) => store[Attachment].One(id, row) as byte[];

    private static List<SealedItem> Read(StoreSession store, string sql, string id) => store[sql].All(row => new SealedItem(
        row.GetString(1), row.GetString(0), (uint)row.GetInt64(3), row.GetInt64(4), row.GetString(2), row.GetString(1) != "answer", (byte[])row.GetValue(5)), id);
}
