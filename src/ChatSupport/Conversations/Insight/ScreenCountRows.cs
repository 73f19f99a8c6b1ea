using ChatSupport.Dialogs.Model;
using ChatSupport.Storage;

namespace ChatSupport.Conversations.Insight;

/// <summary>Writes and reads what was counted by screen.</summary>
internal sealed class ScreenCountRows(StoreReaders readers)
{
    private const string AddCount = """
        INSERT INTO screen_counts (week, screen, language, visits, went_on, back, missed, found_nothing, listened) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (week, screen, language) DO UPDATE SET visits = screen_counts.visits + excluded.visits, went_on = screen_counts.went_on + excluded.went_on,
            back = screen_counts.back + excluded.back, missed = screen_counts.missed + excluded.missed,
            found_nothing = screen_counts.found_nothing + excluded.found_nothing, listened = screen_counts.listened + excluded.listened
        """;

    private const string AddSeen = "INSERT INTO screen_seen (week, screen, language, worker) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";

    private const string CloseWeeks = """
        UPDATE screen_counts SET workers = (SELECT count(*) FROM screen_seen s
            WHERE s.week = screen_counts.week AND s.screen = screen_counts.screen AND s.language = screen_counts.language)
        WHERE week < $1 AND workers IS NULL
        """;

    private const string ClosedWeeks = """
        SELECT screen, language, visits, went_on, back, missed, found_nothing, listened FROM screen_counts
        WHERE week BETWEEN $1 AND $2 AND workers >= $3
        """;

    /// <summary>Adds counts to what stands there.</summary>
    public static void Add(StoreSession session, CountKey key, ScreenCount count) => session[AddCount].Run(
        key.Week.DayNumber, key.Screen.ToString(), key.Language, count.Visits, count.Left, count.Back, count.Missed, count.FoundNothing, count.Listened);

    /// <summary>Notes that somebody came to a screen.</summary>
    public static void Add(StoreSession session, CountKey key, string worker) => session[AddSeen].Run(key.Week.DayNumber, key.Screen.ToString(), key.Language, worker);

    /// <summary>Of weeks that are over, keeps how many came to each screen, and deletes who.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="week">The week that is not over.</param>
    public static void Close(StoreSession session, DateOnly week)
    {
        session[CloseWeeks].Run(week.DayNumber);
        session["DELETE FROM screen_seen WHERE week < $1"].Run(week.DayNumber);
    }

    /// <summary>Deletes where a worker was seen.</summary>
    public static void Forget(StoreSession session, string worker) => session["DELETE FROM screen_seen WHERE worker = $1"].Run(worker);

    /// <summary>Deletes what is older.</summary>
    public static void DropBefore(StoreSession session, DateOnly week) => session["DELETE FROM screen_counts WHERE week < $1"].Run(week.DayNumber);

    /// <summary>The counts of each screen, language and week, of weeks that are over and in which enough workers came to it.</summary>
    /// <param name="from">The first week.</param>
    /// <param name="until">The last week.</param>
    /// <param name="workers">So many at least.</param>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public IReadOnlyList<(ScreenId Screen, string Language, ScreenCount Count)> Closed(DateOnly from, DateOnly until, int workers) => readers.Read(session => session[ClosedWeeks].All(
        row => (ScreenId.TryParse(row.GetString(0), out var screen) ? screen : default, row.GetString(1),
            new ScreenCount(row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7))),
        from.DayNumber, until.DayNumber, workers));
}
