using ChatSupport.Dialogs.Model;
using ChatSupport.Storage;

namespace ChatSupport.Conversations.Insight;

/// <summary>Writes and reads what was counted by screen.</summary>
internal sealed class ScreenCountRows(StoreReaders readers)
{
    /// <summary>So many workers came to a screen in a week before its counts may be seen.</summary>
    public const int Enough = 5;

    private const string AddCount = """
        INSERT INTO screen_counts (week, screen, language, visits, went_on, back, missed, found_nothing, listened) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (week, screen, language) DO UPDATE SET visits = screen_counts.visits + excluded.visits, went_on = screen_counts.went_on + excluded.went_on,
            back = screen_counts.back + excluded.back, missed = screen_counts.missed + excluded.missed,
            found_nothing = screen_counts.found_nothing + excluded.found_nothing, listened = screen_counts.listened + excluded.listened
        """;

    private const string AddSeen = "INSERT INTO screen_seen (week, screen, language, worker) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";

    private const string IsEnough = "SELECT 1 FROM screen_counts WHERE week = $1 AND screen = $2 AND language = $3 AND workers IS NOT NULL";
    private const string CountSeen = "SELECT count(*) FROM screen_seen WHERE week = $1 AND screen = $2 AND language = $3";
    private const string SetEnough = "UPDATE screen_counts SET workers = $4 WHERE week = $1 AND screen = $2 AND language = $3";
    private const string DropSeen = "DELETE FROM screen_seen WHERE week = $1 AND screen = $2 AND language = $3";

    private const string ClosedWeeks = """
        SELECT screen, language, visits, went_on, back, missed, found_nothing, listened FROM screen_counts
        WHERE week BETWEEN $1 AND $2 AND workers IS NOT NULL
        """;

    /// <summary>Adds counts to what stands there.</summary>
    public static void Add(StoreSession session, CountKey key, ScreenCount count) => session[AddCount].Run(
        key.Week.DayNumber, key.Screen.ToString(), key.Language, count.Visits, count.Left, count.Back, count.Missed, count.FoundNothing, count.Listened);

    /// <summary>Notes that somebody came to a screen whose counts stand there; once enough did, who they were is deleted.</summary>
    /// <returns>True where it is enough, so that nobody need be noted any more.</returns>
    public static bool Add(StoreSession session, CountKey key, string worker)
    {
        var (week, screen, language) = (key.Week.DayNumber, key.Screen.ToString(), key.Language);
        if (session[IsEnough].One(week, screen, language) is not null)
            return true;
        session[AddSeen].Run(week, screen, language, worker);
        if (session[CountSeen].One(week, screen, language) is not long seen || seen < Enough)
            return false;
        session[SetEnough].Run(week, screen, language, Enough);
        session[DropSeen].Run(week, screen, language);
        return true;
    }

    /// <summary>Deletes who came to screens in weeks that are over.</summary>
    /// <param name="session">The writer's.</param>
    /// <param name="week">The week that is not over.</param>
    public static void Close(StoreSession session, DateOnly week) => session["DELETE FROM screen_seen WHERE week < $1"].Run(week.DayNumber);

    /// <summary>Deletes where a worker was seen.</summary>
    public static void Forget(StoreSession session, string worker) => session["DELETE FROM screen_seen WHERE worker = $1"].Run(worker);

    /// <summary>Deletes what is older.</summary>
    public static void DropBefore(StoreSession session, DateOnly week) => session["DELETE FROM screen_counts WHERE week < $1"].Run(week.DayNumber);

    /// <summary>The counts of each screen, language and week, of weeks that are over and in which enough workers came to it.</summary>
    /// <param name="from">The first week.</param>
    /// <param name="until">The last week.</param>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public IReadOnlyList<(ScreenId Screen, string Language, ScreenCount Count)> Closed(DateOnly from, DateOnly until) => readers.Read(session => session[ClosedWeeks].All(
        row => (ScreenId.TryParse(row.GetString(0), out var screen) ? screen : default, row.GetString(1),
            new ScreenCount(row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7))),
        from.DayNumber, until.DayNumber));
}
