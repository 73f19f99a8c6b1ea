using ChatSupport.Storage;

namespace ChatSupport.Reports.Work;

/// <summary>Reads and writes case workers' keys.</summary>
internal static class KeyRows
{
    private const string Newest = "SELECT recipient, kind, hint, sealed FROM report_keys WHERE staff = $1 ORDER BY made_at DESC, recipient LIMIT 1";
    private const string Insert = "INSERT INTO report_keys (recipient, staff, kind, hint, sealed, made_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";

    /// <summary>The key of an account that counts; null for none.</summary>
    public static LockedKey? Of(StoreSession session, string staff) =>
        session[Newest].All(row => new LockedKey(row.GetString(0), row.GetString(1), row.GetString(2), (byte[])row.GetValue(3)), staff) is [var key] ? key : null;

    /// <summary>Keeps one.</summary>
    /// <returns>False where somebody has it already.</returns>
    public static bool Add(StoreSession session, string staff, LockedKey key, DateTimeOffset at) =>
        session[Insert].Run(key.Recipient, staff, key.Kind, key.Hint, key.Sealed, at.ToUnixTimeMilliseconds()) == 1;
}

/// <summary>A case worker's own key as the server keeps it.</summary>
/// <param name="Recipient">Public half, <c>age1…</c>.</param>
/// <param name="Kind"><c>passkey</c> or <c>words</c>: what opens it.</param>
/// <param name="Hint">Names the passkey; empty for words.</param>
/// <param name="Sealed">An age file of the private half.</param>
internal sealed record LockedKey(string Recipient, string Kind, string Hint, byte[] Sealed);
