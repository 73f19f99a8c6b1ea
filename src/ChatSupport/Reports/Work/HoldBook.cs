using ChatSupport.Staff.Roles;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Work;

/// <summary>Holds of a case: two people, one of them a supervisor, keep it from being destroyed. A hold gives nobody a right to read; it blocks deletion alone,
/// also the one that the reporter asks for, and she is told so. The database refuses one person and more than 180 days as well.</summary>
internal sealed class HoldBook(CaseGate gate, CaseRoles roles)
{
    /// <summary>Days that two can hold it at most, from when the second agreed. Before they end, two can hold it again.</summary>
    public const int MostDays = 180;

    /// <summary>How long a hold that was begun waits for the second.</summary>
    public static readonly TimeSpan WaitsFor = TimeSpan.FromDays(7);

    /// <summary>How long a case stays after one supervisor ended its hold: she is alone, and what is destroyed does not come back. Within it two can hold it again.</summary>
    public static readonly TimeSpan StaysAfterEnd = TimeSpan.FromDays(7);

    private const string Of = "SELECT id, reason, days, begun_by, begun_at, confirmed_by, confirmed_at, ended_by FROM report_holds WHERE case_id = $1 ORDER BY begun_at DESC, rowid DESC";
    private const string Begun = "SELECT case_id FROM report_holds WHERE confirmed_by IS NULL AND ended_by IS NULL AND begun_by <> $1 AND begun_at > $2";
    private const string Insert = "INSERT INTO report_holds (id, case_id, reason, days, begun_by, begun_at) VALUES ($1, $2, $3, $4, $5, $6)";
    private const string Second = "UPDATE report_holds SET confirmed_by = $2, confirmed_at = $3 WHERE id = $1 AND confirmed_by IS NULL AND ended_by IS NULL";
    private const string EndAll = "UPDATE report_holds SET ended_by = $2, ended_at = $3 WHERE case_id = $1 AND ended_by IS NULL";
    private const string Keep = "UPDATE report_cases SET held_until = $2 WHERE id = $1 AND coalesce(held_until, 0) < $2";
    private const string Shorten = "UPDATE report_cases SET held_until = $2 WHERE id = $1 AND held_until > $2";

    /// <summary>Why a case can be held, coded words. They are what she is told who asks for its deletion.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["child-in-danger", "life-in-danger"];

    /// <summary>Those of a case, the newest first.</summary>
    public async Task<IReadOnlyList<Hold>> List(string? session, string? id, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return await gate.In<IReadOnlyList<Hold>>(person, id, "holds", (store, one) => All(store, one.Id), cancel) ?? [];
    }

    /// <summary>How many wait for somebody like her to agree, within their week.</summary>
    public int Waiting(string? session)
    {
        var person = gate.Require(session, StaffAct.WorkCases, byItself: true);
        return gate.Read(store => store[Begun].All(row => row.GetString(0), person.Id, (gate.Now - WaitsFor).ToUnixTimeMilliseconds())
            .Count(id => WorkRows.Find(store, id) is { } one && Masking.Of(one, person, WorkRows.IsInConflict(store, id, person.Id)) is { MayOpen: true }));
    }

    /// <summary>Begins one. Nothing is held until another person agrees.</summary>
    /// <param name="session">Who.</param>
    /// <param name="id">The case.</param>
    /// <param name="reason">One of <see cref="Reasons"/>.</param>
    /// <param name="days">For how long.</param>
    /// <param name="cancel">Gives up before anything is written.</param>
    public async Task<CaseAnswer> Begin(string? session, string? id, string reason, int days, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return await gate.In(person, id, "hold", (store, one) =>
        {
            if (!Reasons.Contains(reason))
                return new CaseAnswer(CaseRefusal.NoReason);
            if (days is < 1 or > MostDays)
                return new CaseAnswer(CaseRefusal.NoSuchDays);
            if ((reason == "child-in-danger" && !one.IsChild) || All(store, one.Id).Any(hold => hold.Waits(gate.Now)))
                return new CaseAnswer(CaseRefusal.NotNow);
            store[Insert].Run(Guid.NewGuid().ToString("n"), one.Id, reason, days, person.Id, gate.Now.ToUnixTimeMilliseconds());
            gate.Note(store, person, "report.hold-begin", one.Id, $"{reason} {days} days");
            return CaseAnswer.Done;
        }, cancel) ?? CaseBook.NotThere;
    }

    /// <summary>Agrees to what another began. One of the two is a supervisor.</summary>
    public async Task<CaseAnswer> Confirm(string? session, string? id, string hold, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return await gate.In(person, id, "hold", (store, one) =>
        {
            if (All(store, one.Id).FirstOrDefault(each => each.Id == hold && each.Waits(gate.Now)) is not { } begun)
                return new CaseAnswer(CaseRefusal.NotNow);
            if (begun.BegunBy == person.Id)
                return new CaseAnswer(CaseRefusal.SamePerson);
            if (!person.May(StaffAct.SuperviseCases) && !roles.May(store, begun.BegunBy, StaffAct.SuperviseCases))
                return new CaseAnswer(CaseRefusal.NoSupervisor);
            store[Second].Run(hold, person.Id, gate.Now.ToUnixTimeMilliseconds());
            store[Keep].Run(one.Id, gate.Now.AddDays(begun.Days).ToUnixTimeMilliseconds());
            gate.Note(store, person, "report.hold", one.Id, $"{begun.Reason} {begun.Days} days");
            return CaseAnswer.Done;
        }, cancel) ?? CaseBook.NotThere;
    }

    /// <summary>A supervisor ends the holding before its time. The case stays for <see cref="StaysAfterEnd"/> all the same.</summary>
    public async Task<CaseAnswer> End(string? session, string? id, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.SuperviseCases);
        return await gate.In(person, id, "hold-end", (store, one) =>
        {
            if (store[EndAll].Run(one.Id, person.Id, gate.Now.ToUnixTimeMilliseconds()) == 0)
                return new CaseAnswer(CaseRefusal.NotNow);
            store[Shorten].Run(one.Id, (gate.Now + StaysAfterEnd).ToUnixTimeMilliseconds());
            gate.Note(store, person, "report.hold-end", one.Id);
            return CaseAnswer.Done;
        }, cancel) ?? CaseBook.NotThere;
    }

    private static List<Hold> All(StoreSession store, string id) => store[Of].All(row => new Hold(
        row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetString(3), Time(row.GetInt64(4)), row.IsDBNull(5) ? null : row.GetString(5),
        row.IsDBNull(6) ? null : Time(row.GetInt64(6)), row.IsDBNull(7) ? null : row.GetString(7)), id);

    private static DateTimeOffset Time(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at);
}

/// <summary>That two keep a case from being destroyed.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Reason">A coded word.</param>
/// <param name="Days">For how long, from when the second agreed.</param>
/// <param name="BegunBy">Opaque id of the account that began it.</param>
/// <param name="BegunAt">When.</param>
/// <param name="ConfirmedBy">Opaque id of the account that agreed; null for not yet.</param>
/// <param name="ConfirmedAt">When she agreed.</param>
/// <param name="EndedBy">Opaque id of the supervisor who ended it before its time; null where nobody did.</param>
internal sealed record Hold(string Id, string Reason, int Days, string BegunBy, DateTimeOffset BegunAt, string? ConfirmedBy, DateTimeOffset? ConfirmedAt, string? EndedBy)
{
    /// <summary>It waits for the second.</summary>
    public bool Waits(DateTimeOffset now) => ConfirmedBy is null && EndedBy is null && now < BegunAt + HoldBook.WaitsFor;

    /// <summary>It keeps the case now.</summary>
    public bool Keeps(DateTimeOffset now) => EndedBy is null && ConfirmedAt is { } at && now < at.AddDays(Days);
}
