using ChatSupport.Conversations;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Work;

/// <summary>Calls supervisors about a child, or a life in danger, until one of them saw the case: at once, after five and after ten minutes, then every quarter of
/// an hour. The phones are told that something in the console waits, and nothing else.</summary>
internal static class CaseAlerts
{
    /// <summary>When they are called again, counted from the call before; the last goes on.</summary>
    public static IReadOnlyList<TimeSpan> Again { get; } = [TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15)];

    /// <summary>From which call on those are called as well who stand behind the first.</summary>
    public const int SecondFrom = 3;

    /// <summary>How long a phone is left alone after it rang: one line says as much as ten, however many reports come.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private const string Due = "SELECT case_id, times FROM report_alerts WHERE seen_at IS NULL AND next_at <= $1 ORDER BY next_at";
    private const string LastCall = "SELECT max(called_at) FROM report_alerts";
    private const string Wait = "UPDATE report_alerts SET next_at = $2 WHERE seen_at IS NULL AND next_at <= $1";
    private const string Called = "UPDATE report_alerts SET times = times + 1, reached = $2, called_at = $3, next_at = $4 WHERE case_id = $1";
    private const string SeenNow = "UPDATE report_alerts SET seen_by = $2, seen_at = $3 WHERE case_id = $1 AND seen_at IS NULL";
    private const string Unreached = "SELECT count(*) FROM report_alerts WHERE seen_at IS NULL AND reached = 0 AND (times > 0 OR since < $1)";

    /// <summary>Calls, where somebody is to be called now.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="letters">Takes the lines.</param>
    /// <param name="calls">Who can ring phones.</param>
    /// <param name="now">The time.</param>
    public static void Call(StoreSession session, Letters letters, IEnumerable<CallSupervisors> calls, DateTimeOffset now)
    {
        if (session[LastCall].One() is long last && last + (long)Quiet.TotalMilliseconds > now.ToUnixTimeMilliseconds())
        {
            session[Wait].Run(now.ToUnixTimeMilliseconds(), last + (long)Quiet.TotalMilliseconds);
            return;
        }
        var due = session[Due].All(row => (Case: row.GetString(0), Times: row.GetInt32(1)), now.ToUnixTimeMilliseconds());
        if (due.Count == 0)
            return;
        var reached = calls.Sum(call => call(session, letters, due.Exists(one => one.Times + 1 >= SecondFrom)));
        foreach (var (id, times) in due)
            session[Called].Run(id, reached, now.ToUnixTimeMilliseconds(), (now + Again[Math.Min(times, Again.Count - 1)]).ToUnixTimeMilliseconds());
    }

    /// <summary>A supervisor saw the case: nobody is called about it any more.</summary>
    /// <returns>False where nobody was being called, or this is no supervisor.</returns>
    public static bool See(StoreSession session, string id, StaffPerson person, DateTimeOffset now) =>
        person.May(StaffAct.SuperviseCases) && session[SeenNow].Run(id, person.Id, now.ToUnixTimeMilliseconds()) == 1;

    /// <summary>How many cases wait for a supervisor whose phone could not be rung.</summary>
    public static int WithNobodyReached(StoreSession session, DateTimeOffset now) =>
        (int)(long)session[Unreached].One((now - Quiet).ToUnixTimeMilliseconds())!;
}
