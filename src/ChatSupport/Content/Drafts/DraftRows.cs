using System.Data.Common;
using System.Security.Cryptography;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Storage;

namespace ChatSupport.Content.Drafts;

/// <summary>Reads and writes drafts.</summary>
internal sealed class DraftRows(StoreReaders readers)
{
    private const string Columns = "SELECT path, bytes, base, version, changed_at, changed_by, authors FROM drafts";

    private const string Insert = """
        INSERT INTO drafts (path, bytes, base, version, changed_at, changed_by, authors) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (path) DO UPDATE SET bytes = excluded.bytes, base = excluded.base, version = excluded.version,
            changed_at = excluded.changed_at, changed_by = excluded.changed_by, authors = excluded.authors
        """;

    /// <summary>All, by path.</summary>
    public IReadOnlyList<Draft> All() => readers.Read(session => session[$"{Columns} ORDER BY path"].All(Read));

    /// <summary>The draft of a file as a transaction sees it; null for none.</summary>
    public static Draft? Find(StoreSession session, string path) => session[$"{Columns} WHERE path = $1"].All(Read, path) is [var draft] ? draft : null;

    public static void Put(StoreSession session, Draft draft) =>
        session[Insert].Run(draft.Path, draft.Bytes, draft.Base, draft.Version, draft.ChangedAt.ToUnixTimeMilliseconds(), draft.ChangedBy, draft.Authors);

    /// <summary>Takes a draft away, if it is still the one that was seen.</summary>
    public static bool Remove(StoreSession session, string path, int version) =>
        session["DELETE FROM drafts WHERE path = $1 AND version = $2"].Run(path, version) > 0;

    /// <summary>The version of a draft that begins. By chance, so that who still sees one that was thrown away does not take this one for it.</summary>
    public static int NewVersion() => RandomNumberGenerator.GetInt32(1, 1 << 30);

    /// <summary>A short name for the bytes of a file; empty where there is no file.</summary>
    public static string HashOf(ContentFile? file) => file is null ? "" : Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span));

    private static Draft Read(DbDataReader row) => new()
    {
        Path = row.GetString(0),
        Bytes = (byte[])row.GetValue(1),
        Base = row.GetString(2),
        Version = row.GetInt32(3),
        ChangedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
        ChangedBy = row.GetString(5),
        Authors = row.GetString(6),
    };
}
