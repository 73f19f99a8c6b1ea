using ChatSupport.Reports.Cases;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Reports.Work;

/// <summary>Whom a case is told to outside, and on what ground: her live yes to exactly that kind of helper, or a decision of two for a child or a life. The
/// database takes no referral without one either.</summary>
internal sealed class ReferralBook(CaseGate gate)
{
    private const string Consents = "SELECT id, recipient, given_by, at, expires_at, withdrawn_at FROM report_consents WHERE case_id = $1 ORDER BY at DESC";
    private const string AddConsent = "INSERT INTO report_consents (id, case_id, recipient, given_by, at, expires_at, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    private const string Withdrawn = "UPDATE report_consents SET withdrawn_at = $3 WHERE case_id = $1 AND id = $2 AND withdrawn_at IS NULL";
    private const string Live = "SELECT id FROM report_consents WHERE case_id = $1 AND recipient = $2 AND withdrawn_at IS NULL AND at <= $3 AND expires_at > $3 ORDER BY at DESC LIMIT 1";
    private const string Decided = "SELECT id FROM report_decisions WHERE case_id = $1 AND recipient = $2 AND kind IN ('tell-child', 'tell-life') AND confirmed_by IS NOT NULL LIMIT 1";
    private const string AddReferral = "INSERT INTO report_referrals (id, case_id, recipient, state, consent, decision, made_by, at) VALUES ($1, $2, $3, 'in-progress', $4, $5, $6, $7)";
    private const string Referrals = "SELECT id, recipient, state, consent IS NULL, at FROM report_referrals WHERE case_id = $1 ORDER BY at DESC";
    private const string Move = "UPDATE report_referrals SET state = $4 WHERE case_id = $1 AND id = $2 AND state = $3";

    /// <summary>Days that a yes may hold at most.</summary>
    public const int MostDays = 90;

    /// <summary>Where a referral may go from where it stands, by its own words.</summary>
    public static IReadOnlyList<string> Next(string state) => state switch
    {
        "in-progress" => ["accepted", "rejected"],
        "accepted" => ["done"],
        _ => [],
    };

    /// <summary>What she said yes to, and whom the case was told to.</summary>
    public async Task<Outside> List(string? session, string? id, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return await gate.In(person, id, "referrals", (store, one) => new Outside(
            store[Consents].All(row => new Consent(row.GetString(0), row.GetString(1), row.GetString(2), Time(row.GetInt64(3)), Time(row.GetInt64(4)), row.IsDBNull(5) ? null : Time(row.GetInt64(5))), one.Id),
            store[Referrals].All(row => new CaseReferral(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3) != 0, Time(row.GetInt64(4))), one.Id)), cancel) ?? new Outside([], []);
    }

    /// <summary>Writes down that she said yes: to one kind of helper, until a day.</summary>
    public async Task<CaseAnswer> Consent(string? session, string? id, string recipient, bool byCaregiver, int days, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return await gate.In(person, id, "consent", (store, one) =>
        {
            if (!Recipients.All.Contains(recipient))
                return new CaseAnswer(CaseRefusal.NoRecipient);
            if (days is < 1 or > MostDays || one.State == CaseState.Closed || (byCaregiver && !one.IsChild))
                return new CaseAnswer(CaseRefusal.NotNow);
            store[AddConsent].Run(Guid.NewGuid().ToString("n"), one.Id, recipient, byCaregiver ? "caregiver" : "self", gate.Now.ToUnixTimeMilliseconds(), gate.Now.AddDays(days).ToUnixTimeMilliseconds(), person.Id);
            gate.Note(store, person, "report.consent", one.Id, recipient);
            return CaseAnswer.Done;
        }, cancel) ?? CaseBook.NotThere;
    }

    /// <summary>She took it back: whoever was told is to be asked to forget it.</summary>
    public async Task<CaseAnswer> Withdraw(string? session, string? id, string consent, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return await gate.In(person, id, "withdraw", (store, one) =>
        {
            if (store[Withdrawn].Run(one.Id, consent, gate.Now.ToUnixTimeMilliseconds()) != 1)
                return new CaseAnswer(CaseRefusal.NotNow);
            gate.Note(store, person, "report.consent-withdrawn", one.Id);
            return CaseAnswer.Done;
        }, cancel) ?? CaseBook.NotThere;
    }

    /// <summary>Somebody outside is told.</summary>
    public async Task<CaseAnswer> Tell(string? session, string? id, string recipient, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return await gate.In(person, id, "tell", (store, one) =>
        {
            var consent = store[Live].One(one.Id, recipient, gate.Now.ToUnixTimeMilliseconds()) as string;
            var decision = consent is null ? store[Decided].One(one.Id, recipient) as string : null;
            if (consent is null && decision is null)
                return new CaseAnswer(CaseRefusal.NoConsent);
            if (!one.Can(CaseEvent.Refer))
                return new CaseAnswer(CaseRefusal.NotNow);
            store[AddReferral].Run(Guid.NewGuid().ToString("n"), one.Id, recipient, consent, decision, person.Id, gate.Now.ToUnixTimeMilliseconds());
            WorkRows.Save(store, one.After(CaseEvent.Refer) with { LastAt = gate.Now });
            gate.Note(store, person, consent is null ? "report.override" : "report.refer", one.Id, recipient);
            return CaseAnswer.Done;
        }, cancel) ?? CaseBook.NotThere;
    }

    /// <summary>Says what became of it.</summary>
    public async Task<CaseAnswer> Mark(string? session, string? id, string referral, string from, string to, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return await gate.In(person, id, "mark", (store, one) =>
        {
            if (!Next(from).Contains(to) || store[Move].Run(one.Id, referral, from, to) != 1)
                return new CaseAnswer(CaseRefusal.NotNow);
            gate.Note(store, person, "report.referral", one.Id, to);
            return CaseAnswer.Done;
        }, cancel) ?? CaseBook.NotThere;
    }

    private static DateTimeOffset Time(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at);
}

/// <summary>What of a case goes outside.</summary>
internal sealed record Outside(IReadOnlyList<Consent> Consents, IReadOnlyList<CaseReferral> Referrals);

/// <summary>Her yes to one kind of helper.</summary>
internal sealed record Consent(string Id, string Recipient, string GivenBy, DateTimeOffset At, DateTimeOffset ExpiresAt, DateTimeOffset? WithdrawnAt)
{
    /// <summary>It holds now.</summary>
    public bool IsLive(DateTimeOffset now) => WithdrawnAt is null && now < ExpiresAt;
}

/// <summary>A helper outside who was told.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Recipient">A word of <see cref="Recipients"/>.</param>
/// <param name="State">Where it stands.</param>
/// <param name="WasDecided">Two people decided it without her yes.</param>
/// <param name="At">When.</param>
internal sealed record CaseReferral(string Id, string Recipient, string State, bool WasDecided, DateTimeOffset At);
