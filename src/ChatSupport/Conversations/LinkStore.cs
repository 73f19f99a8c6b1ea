using ChatSupport.Storage;

namespace ChatSupport.Conversations;

/// <summary>Finds what a link code leads to.</summary>
internal sealed class LinkStore(StoreReaders readers, TurnSeals seals)
{
    private const string Standing = """
        SELECT l.conversation, l.wrong, l.locked_until, c.state FROM link_codes l JOIN conversations c ON c.key = l.conversation
        WHERE l.code = $1 AND l.expires_at > $2 AND c.version > 0
        """;

    /// <summary>Looks a code up.</summary>
    /// <param name="code">Keyed hash.</param>
    /// <param name="now">The time.</param>
    /// <returns>Null where none stands, or nothing stands behind it: she left quickly, was forgotten, or went on elsewhere.</returns>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The state does not open with our keys.</exception>
    public LinkFound? Find(string code, DateTimeOffset now)
    {
        var found = readers.Read(session => session[Standing].All(
            row => (Key: row.GetString(0), Wrong: row.GetInt32(1), Locked: row.IsDBNull(2) ? (long?)null : row.GetInt64(2), State: (byte[])row.GetValue(3)),
            code, now.ToUnixTimeMilliseconds()));
        if (found is not [var row])
            return null;
        var state = seals.OpenState(row.Key, row.State);
        if (state is not { ConsentedAt: not null, Decoy: null, Dialog: not null, Lifecycle: LifecycleState.Dialog or LifecycleState.WaitingForPeer or LifecycleState.WithPeer or LifecycleState.Blocked })
            return null;
        var locked = row.Locked is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : (DateTimeOffset?)null;
        return new LinkFound(code, row.Key, row.Wrong, locked, state);
    }
}
