using ChatSupport.Staff.Roles;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Work;

/// <summary>Decisions that no one person may take: that a case is not about a child, and that somebody outside is told without her yes. The database refuses
/// them of one person as well.</summary>
internal sealed class DecisionBook(CaseGate gate, CaseRoles roles)
{
    /// <summary>The child flag goes.</summary>
    public const string NotAChild = "not-a-child";

    /// <summary>Somebody outside is told because a child is in danger.</summary>
    public const string TellForChild = "tell-child";

    /// <summary>Somebody outside is told because a life is at stake.</summary>
    public const string TellForLife = "tell-life";

    private const string Of = "SELECT id, kind, recipient, reason, begun_by, begun_at, confirmed_by FROM report_decisions WHERE case_id = $1 ORDER BY begun_at DESC";
    private const string Insert = "INSERT INTO report_decisions (id, case_id, kind, recipient, reason, begun_by, begun_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    private const string Second = "UPDATE report_decisions SET confirmed_by = $2, confirmed_at = $3 WHERE id = $1 AND confirmed_by IS NULL";

    /// <summary>Why a case can turn out not to be about a child, and why somebody can be told without a yes; coded words.</summary>
    public static IReadOnlyList<string> Reasons(string kind) => kind switch
    {
        NotAChild => ["of-age", "mistaken"],
        TellForChild => ["child-in-danger"],
        TellForLife => ["life-in-danger"],
        _ => [],
    };

    /// <summary>Those of a case, the newest first.</summary>
    public async Task<IReadOnlyList<Decision>> List(string? session, string? id, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return await gate.In<IReadOnlyList<Decision>>(person, id, "decisions", (store, one) => All(store, one.Id), cancel) ?? [];
    }

    /// <summary>Begins one. Nothing comes of it until another person agrees.</summary>
    /// <param name="session">Who.</param>
    /// <param name="id">The case.</param>
    /// <param name="kind">One of the three.</param>
    /// <param name="recipient">Whom it is told, a word of <see cref="Recipients"/>; empty for the flag.</param>
    /// <param name="reason">One of <see cref="Reasons"/>.</param>
    /// <param name="cancel">Gives up before anything is written.</param>
    public async Task<CaseAnswer> Begin(string? session, string? id, string kind, string recipient, string reason, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return await gate.In(person, id, kind, (store, one) =>
        {
            if (!Reasons(kind).Contains(reason))
                return new CaseAnswer(CaseRefusal.NoReason);
            if (kind == NotAChild ? recipient.Length > 0 : !Recipients.All.Contains(recipient))
                return new CaseAnswer(CaseRefusal.NoRecipient);
            if (kind == NotAChild && !one.IsChild || kind == TellForChild && !one.IsChild)
                return new CaseAnswer(CaseRefusal.NotNow);
            store[Insert].Run(Guid.NewGuid().ToString("n"), one.Id, kind, recipient, reason, person.Id, gate.Now.ToUnixTimeMilliseconds());
            gate.Note(store, person, "report.decision-begin", one.Id, $"{kind} {recipient} {reason}");
            return CaseAnswer.Done;
        }, cancel) ?? CaseBook.NotThere;
    }

    /// <summary>Agrees to what another began. One of the two is a supervisor.</summary>
    public async Task<CaseAnswer> Confirm(string? session, string? id, string decision, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return await gate.In(person, id, "decision", (store, one) =>
        {
            if (All(store, one.Id).FirstOrDefault(each => each.Id == decision && each.ConfirmedBy is null) is not { } begun)
                return new CaseAnswer(CaseRefusal.NotNow);
            if (begun.BegunBy == person.Id)
                return new CaseAnswer(CaseRefusal.SamePerson);
            if (!person.May(StaffAct.SuperviseCases) && !roles.May(store, begun.BegunBy, StaffAct.SuperviseCases))
                return new CaseAnswer(CaseRefusal.NoSupervisor);
            store[Second].Run(decision, person.Id, gate.Now.ToUnixTimeMilliseconds());
            if (begun.Kind == NotAChild)
                WorkRows.Save(store, one with { IsChild = false, LastAt = gate.Now });
            gate.Note(store, person, "report.decision", one.Id, $"{begun.Kind} {begun.Recipient} {begun.Reason}");
            return CaseAnswer.Done;
        }, cancel) ?? CaseBook.NotThere;
    }

    private static List<Decision> All(StoreSession store, string id) => store[Of].All(row => new Decision(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)), row.IsDBNull(6) ? null : row.GetString(6)), id);
}

/// <summary>A decision that takes two people.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Kind">What is decided.</param>
/// <param name="Recipient">Whom it is told; empty for the flag.</param>
/// <param name="Reason">A coded word.</param>
/// <param name="BegunBy">Opaque id of the account that began it.</param>
/// <param name="BegunAt">When.</param>
/// <param name="ConfirmedBy">Opaque id of the account that agreed; null for not yet.</param>
internal sealed record Decision(string Id, string Kind, string Recipient, string Reason, string BegunBy, DateTimeOffset BegunAt, string? ConfirmedBy);
