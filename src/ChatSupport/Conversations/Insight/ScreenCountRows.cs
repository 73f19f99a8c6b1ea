using ChatSupport.Dialogs.Model;
using ChatSupport.Storage;

namespace ChatSupport.Conversations.Insight;

/// <summary>Writes and reads what was counted by screen.</summary>
internal sealed class ScreenCountRows(StoreReaders readers)
{
    private const string AddCount = """
        INSERT INTO screen_counts (day, screen, language, visits, went_on, back, missed, found_nothing, listened) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (day, screen, language) DO UPDATE SET visits = screen_counts.visits + excluded.visits, went_on = screen_counts.went_on + excluded.went_on,
            back = screen_counts.back + excluded.back, missed = screen_counts.missed + excluded.missed,
            found_nothing = screen_counts.found_nothing + excluded.found_nothing, listened = screen_counts.listened + excluded.listened
        """;

    private const string Sums = """
        SELECT screen, language, sum(visits), sum(went_on), sum(back), sum(missed), sum(found_nothing), sum(listened) FROM screen_counts
        WHERE day BETWEEN $1 AND $2 GROUP BY screen, language
        """;

    /// <summary>Adds counts to what stands there.</summary>
    public static void Add(StoreSession session, CountKey key, ScreenCount count) => session[AddCount].Run(
        key.Day.DayNumber, key.Screen.ToString(), key.Language, count.Visits, count.Left, count.Back, count.Missed, count.FoundNothing, count.Listened);

    /// <summary>Deletes what is older.</summary>
    public static int DropBefore(StoreSession session, DateOnly day) => session["DELETE FROM screen_counts WHERE day < $1"].Run(day.DayNumber);

    /// <summary>The sums by screen and language.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="until">The last day.</param>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public IReadOnlyList<(ScreenId Screen, string Language, ScreenCount Count)> Sum(DateOnly from, DateOnly until) => readers.Read(session => session[Sums].All(
        row => (ScreenId.TryParse(row.GetString(0), out var screen) ? screen : default, row.GetString(1),
            new ScreenCount(row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7))),
        from.DayNumber, until.DayNumber));
}
