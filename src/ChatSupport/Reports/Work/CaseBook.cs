using ChatSupport.Reports.Cases;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Work;

/// <summary>The cases as coded facts: who has which, how dangerous it is, where it stands, when somebody looks again.</summary>
internal sealed class CaseBook(CaseGate gate, AccountRows accounts, ReportBell bell)
{
    private static readonly string[] reasonsToClose = ["helped", "referred", "no-contact", "asked-to-end", "not-ours"];

    /// <summary>How a case can have ended, coded words.</summary>
    public static IReadOnlyList<string> Endings => reasonsToClose;

    /// <summary>The cases that she sees, the most dangerous first, then the oldest; closed ones last.</summary>
    /// <param name="session">Who looks.</param>
    /// <param name="search">A part of the code; empty for all.</param>
    /// <param name="byItself">A page looks again by itself.</param>
    public IReadOnlyList<CaseLine> List(string? session, string search = "", bool byItself = false)
    {
        var person = gate.Require(session, StaffAct.WorkCases, byItself);
        return gate.Read(store => Lines(store, person, search));
    }

    /// <summary>The same as a table to be taken away; that it was is recorded.</summary>
    public Task<IReadOnlyList<CaseLine>> Export(string? session, string search, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.SuperviseCases);
        return gate.Write(store =>
        {
            var lines = Lines(store, person, search);
            gate.Note(store, person, "report.export", "", $"{lines.Count} cases, coded facts");
            return lines;
        }, cancel);
    }

    /// <summary>How many cases about a child or a life wait for a supervisor whose phone could not be rung: then whoever is here tells one.</summary>
    public int WithNobodyReached(string? session)
    {
        gate.Require(session, StaffAct.WorkCases, byItself: true);
        return gate.Read(store => CaseAlerts.WithNobodyReached(store, gate.Now));
    }

    /// <summary>A supervisor saw that the case is there: her phone is not rung about it any more.</summary>
    public async Task<CaseAnswer> See(string? session, string? id, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.SuperviseCases);
        return await gate.In(person, id, "see", (store, one) => Seen(store, person, one) ? CaseAnswer.Done : new CaseAnswer(CaseRefusal.NotNow), cancel) ?? NotThere;
    }

    /// <summary>Takes a case that nobody has.</summary>
    public async Task<CaseAnswer> Take(string? session, string? id, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return await gate.Before(person, id, "take", (store, one) => one.Owner is null && one.Can(CaseEvent.Take)
            ? Save(store, person, one.After(CaseEvent.Take) with { Owner = person.Id }, "report.take")
            : new CaseAnswer(CaseRefusal.AlreadyTaken), cancel) ?? new CaseAnswer(CaseRefusal.AlreadyTaken);
    }

    /// <summary>Gives a case to somebody, or from one to another.</summary>
    public async Task<CaseAnswer> Assign(string? session, string? id, string to, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.SuperviseCases);
        return await gate.In(person, id, "assign", (store, one) =>
        {
            if (accounts.Find(store, to) is not { IsStopped: false } other || !RoleTable.Allows(other.Roles, StaffAct.WorkCases) || WorkRows.IsInConflict(store, one.Id, to))
                return new CaseAnswer(CaseRefusal.NoSuchPerson);
            if (one.State == CaseState.Closed)
                return new CaseAnswer(CaseRefusal.NotNow);
            var free = one with { Owner = null };
            return Save(store, person, free.After(CaseEvent.Take) with { Owner = to, State = Kept(one) }, "report.assign", to);
        }, cancel) ?? NotThere;
    }

    /// <summary>Whom a case can be given to: id and name.</summary>
    public IReadOnlyList<(string Id, string Name)> People(string? session)
    {
        gate.Require(session, StaffAct.SuperviseCases);
        return [.. accounts.All().Where(one => !one.IsStopped && RoleTable.Allows(one.Roles, StaffAct.WorkCases)).Select(one => (one.Id, one.Name))];
    }

    /// <summary>Lets a case go; another takes it.</summary>
    public Task<CaseAnswer> LetGo(string? session, string? id, CancellationToken cancel) => Step(session, id, CaseEvent.LetGo, "report.let-go", "", one => one with { Owner = null }, cancel);

    /// <summary>It is known what is needed.</summary>
    public Task<CaseAnswer> Assess(string? session, string? id, CancellationToken cancel) => Step(session, id, CaseEvent.Assess, "report.assess", "", one => one, cancel);

    /// <summary>It comes back from who was asked to help.</summary>
    public Task<CaseAnswer> Return(string? session, string? id, CancellationToken cancel) => Step(session, id, CaseEvent.Return, "report.return", "", one => one, cancel);

    /// <summary>Nothing more is to be done. From now on the clock of its end runs, and nothing leads to her chat any more.</summary>
    /// <param name="session">Who closes it.</param>
    /// <param name="id">The case.</param>
    /// <param name="ending">One of <see cref="Endings"/>.</param>
    /// <param name="cancel">Gives up before anything is written.</param>
    public async Task<CaseAnswer> Close(string? session, string? id, string ending, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return await gate.In(person, id, "close", (store, one) =>
        {
            if (!Endings.Contains(ending))
                return new CaseAnswer(CaseRefusal.NoReason);
            if (!one.Can(CaseEvent.Close))
                return new CaseAnswer(CaseRefusal.NotNow);
            store["DELETE FROM report_routes WHERE case_id = $1"].Run(one.Id);
            return Save(store, person, one.After(CaseEvent.Close) with { ClosedAt = gate.Now, FollowUpAt = null }, "report.close", ending);
        }, cancel) ?? NotThere;
    }

    /// <summary>Something came up in a closed case; it is to be taken anew.</summary>
    public Task<CaseAnswer> Reopen(string? session, string? id, CancellationToken cancel) =>
        Step(session, id, CaseEvent.Reopen, "report.reopen", "", one => one with { ClosedAt = null, Owner = null }, cancel);

    /// <summary>Says how dangerous it is.</summary>
    public async Task<CaseAnswer> SetRisk(string? session, string? id, int risk, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return await gate.In(person, id, "risk", (store, one) => risk is < 0 or > 3 ? new CaseAnswer(CaseRefusal.NoSuchRisk)
            : Save(store, person, one with { Risk = risk }, "report.risk", $"{one.Risk} to {risk}"), cancel) ?? NotThere;
    }

    /// <summary>Says when somebody looks again.</summary>
    /// <param name="session">Who says so.</param>
    /// <param name="id">The case.</param>
    /// <param name="at">When; null for no date.</param>
    /// <param name="cancel">Gives up before anything is written.</param>
    public async Task<CaseAnswer> FollowUp(string? session, string? id, DateTimeOffset? at, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return await gate.In(person, id, "follow-up", (store, one) => at < gate.Now.AddDays(-1) ? new CaseAnswer(CaseRefusal.DayIsPast)
            : one.State == CaseState.Closed ? new CaseAnswer(CaseRefusal.NotNow)
            : Save(store, person, one with { FollowUpAt = at }, "report.follow-up"), cancel) ?? NotThere;
    }

    /// <summary>It is about a child, or may be. This one person can say; that it is not takes two.</summary>
    public async Task<CaseAnswer> FlagChild(string? session, string? id, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return await gate.In(person, id, "child", (store, one) => Save(store, person, one with { IsChild = true }, "report.child"), cancel) ?? NotThere;
    }

    /// <summary>She knows somebody in it: from now on she does not see it. Where it was hers, another takes it.</summary>
    public async Task<CaseAnswer> Know(string? session, string? id, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return await gate.Before(person, id, "conflict", (store, one) =>
        {
            store["INSERT INTO report_conflicts (case_id, staff, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"].Run(one.Id, person.Id, gate.Now.ToUnixTimeMilliseconds());
            if (one.Owner != person.Id)
            {
                gate.Note(store, person, "report.conflict", one.Id);
                return CaseAnswer.Done;
            }
            WorkRows.Save(store, one with { Owner = null, LastAt = gate.Now }); // that a supervisor knows somebody in it is no seeing: others are called on
            gate.Note(store, person, "report.conflict", one.Id);
            return CaseAnswer.Done;
        }, cancel) ?? NotThere;
    }

    internal static CaseAnswer NotThere { get; } = new(CaseRefusal.NotThere);

    private static CaseState Kept(Case one) => one.State is CaseState.New or CaseState.Reopened ? CaseState.InAssessment : one.State;

    private static IReadOnlyList<CaseLine> Lines(StoreSession store, StaffPerson person, string search)
    {
        var known = WorkRows.Conflicts(store, person.Id);
        return [.. WorkRows.All(store).Select(one => Masking.Of(one, person, known.Contains(one.Id))).OfType<CaseLine>()
            .Where(line => line.Code.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase))];
    }

    private async Task<CaseAnswer> Step(string? session, string? id, CaseEvent what, string act, string detail, Func<Case, Case> then, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return await gate.In(person, id, act, (store, one) => one.Can(what) ? Save(store, person, then(one.After(what)), act, detail) : new CaseAnswer(CaseRefusal.NotNow), cancel) ?? NotThere;
    }

    private CaseAnswer Save(StoreSession store, StaffPerson person, Case one, string act, string detail = "")
    {
        WorkRows.Save(store, one with { LastAt = gate.Now });
        gate.Note(store, person, act, one.Id, detail);
        Seen(store, person, one);
        store.AfterCommit(bell, bell.Ring); // it may be about a child or a life from now on
        return CaseAnswer.Done;
    }

    private bool Seen(StoreSession store, StaffPerson person, Case one)
    {
        if (!CaseAlerts.See(store, one.Id, person, gate.Now))
            return false;
        gate.Note(store, person, "report.seen", one.Id);
        return true;
    }
}
