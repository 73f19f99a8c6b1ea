using System.Security.Cryptography;
using System.Text;
using ChatSupport.Storage;

namespace ChatSupport.Conversations.Insight;

/// <summary>Keeps words that were not understood. Until enough workers typed the same, a word is a keyed hash that nobody can turn back; then it is read
/// from what the last of them types, and who typed it is deleted.</summary>
/// <param name="lookupKey">32 bytes, kept outside the database.</param>
/// <param name="readers">Reads what is committed.</param>
internal sealed class MissedWordRows(byte[] lookupKey, StoreReaders readers)
{
    /// <summary>So many workers typed a word before anybody may read it.</summary>
    public const int Workers = 5;

    private const string Known = "UPDATE missed_words SET times = times + 1, found_nothing = found_nothing + $3, last_day = $4 WHERE screen = $1 AND word = $2";

    private const string NoteWorker = """
        INSERT INTO missed_by (hash, conversation, times, found_nothing, last_day)
        SELECT $1, $2, 1, $3, $4 WHERE EXISTS (SELECT 1 FROM conversations WHERE key = $2 AND version > 0)
        ON CONFLICT (hash, conversation) DO UPDATE SET times = missed_by.times + 1, found_nothing = missed_by.found_nothing + excluded.found_nothing, last_day = excluded.last_day
        """;

    private const string CountWorkers = "SELECT count(*) FROM missed_by WHERE hash = $1";

    private const string Reveal = """
        INSERT INTO missed_words (screen, word, times, found_nothing, last_day)
        SELECT $2, $3, sum(times), sum(found_nothing), $4 FROM missed_by WHERE hash = $1
        """;

    private const string ForgetWorkers = "DELETE FROM missed_by WHERE hash = $1";

    /// <summary>Counts a word, on its screen and over all. What she typed who was erased meanwhile is not noted.</summary>
    public void Add(StoreSession session, MissedWord word)
    {
        Add(session, word, "");
        Add(session, word, word.Screen.ToString());
    }

    /// <summary>Deletes everything that was noted of one conversation.</summary>
    public static void Forget(StoreSession session, string conversation) => session["DELETE FROM missed_by WHERE conversation = $1"].Run(conversation);

    /// <summary>Deletes what nobody typed since a day.</summary>
    public static int DropBefore(StoreSession session, DateOnly day) =>
        session["DELETE FROM missed_by WHERE last_day < $1"].Run(day.DayNumber) + session["DELETE FROM missed_words WHERE last_day < $1"].Run(day.DayNumber);

    /// <summary>All words that enough workers typed, with their screen (empty for all together), the most frequent first.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public IReadOnlyList<(string Screen, string Word, long Times, long FoundNothing)> All() => readers.Read(session =>
        session["SELECT screen, word, times, found_nothing FROM missed_words ORDER BY times DESC, word"].All(row => (row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3))));

    private void Add(StoreSession session, MissedWord word, string screen)
    {
        var (day, nothing) = (word.Day.DayNumber, word.FoundNothing ? 1 : 0);
        if (session[Known].Run(screen, word.Word, nothing, day) > 0)
            return;
        var hash = Convert.ToHexStringLower(HMACSHA256.HashData(lookupKey, Encoding.UTF8.GetBytes($"missed word\n{screen}\n{word.Word}")));
        session[NoteWorker].Run(hash, word.Conversation, nothing, day);
        if (session[CountWorkers].One(hash) is not long workers || workers < Workers)
            return;
        session[Reveal].Run(hash, screen, word.Word, day);
        session[ForgetWorkers].Run(hash);
    }
}
