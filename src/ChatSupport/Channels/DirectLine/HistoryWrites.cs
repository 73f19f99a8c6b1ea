using ChatSupport.Storage;

namespace ChatSupport.Channels.DirectLine;

/// <summary>What is written of web chats, each within a transaction that it shares with others: it looks first and writes then.</summary>
internal static class HistoryWrites
{
    private const int MostKept = 1000; // activities of one chat

    private const string Known = "SELECT born FROM web_activities WHERE conversation = $1 AND origin = $2";
    private const string Next = "UPDATE web_conversations SET last_number = last_number + 1, locale = coalesce($2, locale) WHERE conversation = $1 RETURNING last_number";
    // Only what she does counts: the decoy after a quiet expiry must not make a chat stay longer.
    private const string HersNow = "UPDATE web_conversations SET changed_at = $2 WHERE conversation = $1";
    private const string Insert = "INSERT INTO web_activities (conversation, number, born, origin, body, at) VALUES ($1, $2, $3, $4, $5, $6)";
    private const string Change = "UPDATE web_activities SET number = $3, origin = $4, body = $5, at = $6 WHERE conversation = $1 AND born = $2 AND body IS NOT NULL";
    private const string Exists = "SELECT 1 FROM web_activities WHERE conversation = $1 AND born = $2 AND body IS NOT NULL";
    private const string CountStanding = "SELECT count(*) FROM web_activities WHERE conversation = $1 AND body IS NOT NULL";
    private const string Skip = "UPDATE web_conversations SET last_number = last_number + $2 WHERE conversation = $1 RETURNING last_number";

    private const string BuryAll = """
        UPDATE web_activities SET number = $2 + s.place, origin = 'gone' || ($2 + s.place), body = NULL, at = $3
        FROM (SELECT born, row_number() OVER (ORDER BY number) AS place FROM web_activities WHERE conversation = $1 AND body IS NOT NULL) s
        WHERE web_activities.conversation = $1 AND web_activities.born = s.born AND web_activities.body IS NOT NULL
        """;

    private const string Bury = "UPDATE web_activities SET number = $3, origin = 'gone' || $3, body = NULL, at = $4 WHERE conversation = $1 AND born = $2";
    private const string Delete = "DELETE FROM web_activities WHERE conversation = $1 AND born = $2";
    private const string DeleteAll = "DELETE FROM web_activities WHERE conversation = $1";
    private const string DeleteFile = "DELETE FROM web_files WHERE conversation = $1 AND key = $2";
    private const string DeleteFiles = "DELETE FROM web_files WHERE conversation = $1";
    // What was said and what was taken away each by itself: a flood of refused lines must not push out what was said before it.
    private const string Trim = """
        DELETE FROM web_activities WHERE conversation = $1 AND (
            (body IS NOT NULL AND number <= (
                SELECT number FROM web_activities WHERE conversation = $1 AND body IS NOT NULL ORDER BY number DESC LIMIT 1 OFFSET $2))
            OR (body IS NULL AND number <= (
                SELECT number FROM web_activities WHERE conversation = $1 AND body IS NULL ORDER BY number DESC LIMIT 1 OFFSET $2)))
        """;

    /// <summary>Adds an activity at the end.</summary>
    /// <returns>The number it was first sent under, and whether it is new; null where there is no such chat.</returns>
    public static Written? Append(StoreSession session, string key, string origin, byte[] body, long at, string? locale = null, bool isHers = false)
    {
        if (session[Known].One(key, origin) is long known)
            return new Written(known, IsNew: false);
        if (NextNumber(session, key, locale) is not { } number)
            return null;
        if (isHers)
            session[HersNow].Run(key, at);
        session[Insert].Run(key, number, number, origin, body, at);
        return new Written(number, IsNew: true);
    }

    /// <summary>Puts new content in the place of an older activity.</summary>
    /// <returns>Null where the older one is gone.</returns>
    public static Written? Replace(StoreSession session, string key, long born, string origin, byte[] body, long at, string? locale)
    {
        if (session[Known].One(key, origin) is long known)
            return new Written(known, IsNew: false);
        if (session[Exists].One(key, born) is null || NextNumber(session, key, locale) is not { } number)
            return null;
        session[Change].Run(key, born, number, origin, body, at);
        return new Written(born, IsNew: true);
    }

    /// <summary>Takes activities away, with the files that were sent in them. A client that shows changes is told of it.</summary>
    public static bool TakeAway(StoreSession session, string key, IEnumerable<long> born, IReadOnlyCollection<string> files, bool tell, long at)
    {
        var any = false;
        foreach (var file in files)
            session[DeleteFile].Run(key, file);
        if (files.Count > 0)
            session.EmptyLogAfterCommit();
        foreach (var one in born)
        {
            if (session[Exists].One(key, one) is null)
                continue;
            any = true;
            if (tell && NextNumber(session, key, locale: null) is { } number)
                session[Bury].Run(key, one, number, at);
            else
                session[Delete].Run(key, one);
        }
        return any;
    }

    /// <summary>Takes away everything that was said and sent, and lets nothing of it stay readable in the log of what was written.</summary>
    public static bool EraseAll(StoreSession session, string key, bool tell, long at)
    {
        session[DeleteFiles].Run(key);
        if (tell)
            BuryWhatStands(session, key, at);
        else
            session[DeleteAll].Run(key);
        return session.EmptyLogAfterCommit();
    }

    /// <summary>In one statement, however much it is: every turn of everybody waits for it.</summary>
    private static void BuryWhatStands(StoreSession session, string key, long at)
    {
        var standing = (long)session[CountStanding].One(key)!;
        if (standing > 0 && session[Skip].One(key, standing) is long last)
            session[BuryAll].Run(key, last - standing, at);
    }

    /// <summary>The number of the next activity. Whoever takes one trims, so that no way of writing lets a chat grow without end.</summary>
    private static long? NextNumber(StoreSession session, string key, string? locale)
    {
        if (session[Next].One(key, locale) is not long number)
            return null;
        if (number % 100 == 0)
            session[Trim].Run(key, MostKept);
        return number;
    }
}

/// <summary>Where an activity stands.</summary>
/// <param name="Born">The number it was first sent under.</param>
/// <param name="IsNew">False where it was there already.</param>
internal readonly record struct Written(long Born, bool IsNew);
