using ChatSupport.Storage;

namespace ChatSupport.Conversations.Insight;

/// <summary>Keeps words that were not understood. Until enough workers typed the same, a word is a keyed hash that nobody can turn back; then it is read
/// from what the last of them types, and who typed it is deleted.</summary>
internal sealed class MissedWordRows(Workers workers, StoreReaders readers)
{
    /// <summary>So many workers typed a word before anybody may read it.</summary>
    public const int MostHidden = 5;

    /// <summary>So many words are noted of one worker at most: nobody fills the database by typing.</summary>
    public const int MostOfOne = 200;

    private const string Known = "UPDATE missed_words SET open_times = open_times + 1, last_week = $3 WHERE screen = $1 AND word = $2";

    private const string NoteWorker = """
        INSERT INTO missed_by (hash, worker, times, last_week)
        SELECT $1, $2, 1, $3 WHERE (SELECT count(*) FROM missed_by WHERE worker = $2) < $4
        ON CONFLICT (hash, worker) DO UPDATE SET times = missed_by.times + 1, last_week = excluded.last_week
        """;

    private const string CountWorkers = "SELECT count(*) FROM missed_by WHERE hash = $1";

    private const string Reveal = """
        INSERT INTO missed_words (screen, word, times, open_times, last_week)
        SELECT $2, $3, 0, sum(times), $4 FROM missed_by WHERE hash = $1
        """;

    private const string CloseWeeks = "UPDATE missed_words SET times = times + open_times, open_times = 0 WHERE last_week < $1 AND open_times > 0";

    /// <summary>Counts a word, on its screen and over all.</summary>
    public void Add(StoreSession session, MissedWord word)
    {
        Add(session, word, "");
        Add(session, word, word.Screen.ToString());
    }

    /// <summary>Deletes everything that was noted of a worker.</summary>
    public static void Forget(StoreSession session, string worker) => session["DELETE FROM missed_by WHERE worker = $1"].Run(worker);

    /// <summary>Adds up the weeks that are over.</summary>
    public static void Close(StoreSession session, DateOnly week) => session[CloseWeeks].Run(week.DayNumber);

    /// <summary>Deletes who typed what since a week, and words that nobody typed since another.</summary>
    public static void DropBefore(StoreSession session, DateOnly who, DateOnly what)
    {
        session["DELETE FROM missed_by WHERE last_week < $1"].Run(who.DayNumber);
        session["DELETE FROM missed_words WHERE last_week < $1"].Run(what.DayNumber);
    }

    /// <summary>All words that enough workers typed in weeks that are over, with their screen (empty for all together), the most frequent first.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public IReadOnlyList<(string Screen, string Word, long Times)> All() => readers.Read(session =>
        session["SELECT screen, word, times FROM missed_words WHERE times > 0 ORDER BY times DESC, word"].All(row => (row.GetString(0), row.GetString(1), row.GetInt64(2))));

    private void Add(StoreSession session, MissedWord word, string screen)
    {
        var week = word.Week.DayNumber;
        if (session[Known].Run(screen, word.Word, week) > 0)
            return;
        var hash = workers.HashOf(screen, word.Word);
        session[NoteWorker].Run(hash, workers.Of(word.Conversation), week, MostOfOne);
        if (session[CountWorkers].One(hash) is not long count || count < MostHidden)
            return;
        session[Reveal].Run(hash, screen, word.Word, week);
        session["DELETE FROM missed_by WHERE hash = $1"].Run(hash);
    }
}
