using ChatSupport.Reports.Cases;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Work;

/// <summary>What is to be done in a case, by coded words and days.</summary>
internal sealed class TaskBook(CaseGate gate)
{
    /// <summary>The most that can be open in one case: a list that nobody can look over helps nobody.</summary>
    public const int MostOpen = 20;

    /// <summary>The furthest day.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    private const string Of = "SELECT id, kind, due_at, made_by, done_by, done_at FROM report_tasks WHERE case_id = $1 ORDER BY done_at IS NOT NULL, due_at, rowid";
    private const string Insert = "INSERT INTO report_tasks (id, case_id, kind, due_at, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6)";
    private const string Open = "SELECT count(*) FROM report_tasks WHERE case_id = $1 AND done_at IS NULL";
    private const string DoneNow = "UPDATE report_tasks SET done_by = $3, done_at = $4 WHERE case_id = $1 AND id = $2 AND done_at IS NULL";
    private const string Undone = "UPDATE report_tasks SET done_by = NULL, done_at = NULL WHERE case_id = $1 AND id = $2 AND done_at IS NOT NULL";

    /// <summary>What can be to be done, coded words.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["answer", "call", "meet", "safety-plan", "health", "shelter", "papers", "legal", "ask-service", "other"];

    /// <summary>Those of a case: the open ones first, the earliest due first.</summary>
    public async Task<IReadOnlyList<CaseTask>> List(string? session, string? id, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return await gate.In<IReadOnlyList<CaseTask>>(person, id, "tasks", (store, one) => All(store, one.Id), cancel) ?? [];
    }

    /// <summary>Writes down that something is to be done.</summary>
    /// <param name="session">Who.</param>
    /// <param name="id">The case.</param>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="dueAt">By when.</param>
    /// <param name="cancel">Gives up before anything is written.</param>
    public async Task<CaseAnswer> Add(string? session, string? id, string kind, DateTimeOffset dueAt, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return await gate.In(person, id, "task", (store, one) =>
        {
            if (!Kinds.Contains(kind))
                return new CaseAnswer(CaseRefusal.NoTask);
            if (dueAt < gate.Now.AddDays(-1))
                return new CaseAnswer(CaseRefusal.DayIsPast);
            if (dueAt > gate.Now + Furthest)
                return new CaseAnswer(CaseRefusal.TooFar);
            if (one.State == CaseState.Closed)
                return new CaseAnswer(CaseRefusal.NotNow);
            if (store[Open].One(one.Id) is long and >= MostOpen)
                return new CaseAnswer(CaseRefusal.TooManyTasks);
            store[Insert].Run(Guid.NewGuid().ToString("n"), one.Id, kind, dueAt.ToUnixTimeMilliseconds(), person.Id, gate.Now.ToUnixTimeMilliseconds());
            WorkRows.Save(store, one with { LastAt = gate.Now });
            gate.Note(store, person, "report.task", one.Id, kind);
            return CaseAnswer.Done;
        }, cancel) ?? CaseBook.NotThere;
    }

    /// <summary>It was done.</summary>
    public Task<CaseAnswer> Finish(string? session, string? id, string task, CancellationToken cancel) => Mark(session, id, task, isDone: true, cancel);

    /// <summary>It was not done after all.</summary>
    public Task<CaseAnswer> Undo(string? session, string? id, string task, CancellationToken cancel) => Mark(session, id, task, isDone: false, cancel);

    private async Task<CaseAnswer> Mark(string? session, string? id, string task, bool isDone, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        var act = isDone ? "report.task-done" : "report.task-undone";
        return await gate.In(person, id, act, (store, one) =>
        {
            var changed = isDone ? store[DoneNow].Run(one.Id, task, person.Id, gate.Now.ToUnixTimeMilliseconds()) : store[Undone].Run(one.Id, task);
            if (changed != 1)
                return new CaseAnswer(CaseRefusal.NotNow);
            WorkRows.Save(store, one with { LastAt = gate.Now });
            gate.Note(store, person, act, one.Id);
            return CaseAnswer.Done;
        }, cancel) ?? CaseBook.NotThere;
    }

    private static List<CaseTask> All(StoreSession store, string id) => store[Of].All(row => new CaseTask(
        row.GetString(0), row.GetString(1), Time(row.GetInt64(2)), row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4), row.IsDBNull(5) ? null : Time(row.GetInt64(5))), id);

    private static DateTimeOffset Time(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at);
}

/// <summary>Something to be done in a case.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Kind">A word of <see cref="TaskBook.Kinds"/>.</param>
/// <param name="DueAt">By when.</param>
/// <param name="MadeBy">Opaque id of the account that wrote it down.</param>
/// <param name="DoneBy">Opaque id of the account that did it; null for not yet.</param>
/// <param name="DoneAt">When it was done.</param>
internal sealed record CaseTask(string Id, string Kind, DateTimeOffset DueAt, string MadeBy, string? DoneBy, DateTimeOffset? DoneAt);
