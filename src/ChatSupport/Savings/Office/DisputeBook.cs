using ChatSupport.Savings.Seats;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Savings.Office;

/// <summary>Lines that members call wrong. Whoever had a hand in one neither sees that nor answers it: who recorded it, confirmed it, or asked for the money that was paid.</summary>
internal sealed class DisputeBook(SeatDesk desk, OfficePens pens, PeopleNames names, StaffGuard guard)
{
    /// <summary>The line is as it should be.</summary>
    public const string Right = "right";

    /// <summary>The entry was taken back.</summary>
    public const string Corrected = "corrected";

    /// <summary>She no longer says that it is wrong.</summary>
    public const string Withdrawn = "withdrawn";

    private const string One = $"SELECT {Dispute.Columns} FROM savings_disputes WHERE id = $1";
    private const string All = $"SELECT {Dispute.Columns} FROM savings_disputes WHERE closed_at IS NULL ORDER BY due_at, id";
    private const string Over = $"SELECT {Dispute.Columns} FROM savings_disputes WHERE closed_at IS NOT NULL ORDER BY closed_at DESC, id LIMIT 200";
    private const int MostAnswered = 50;

    /// <summary>How a line can be answered.</summary>
    public static IReadOnlyList<string> Verdicts { get; } = [Right, Corrected, Withdrawn];

    /// <summary>Those that wait, the most urgent first, but for those that the viewer had a hand in.</summary>
    public IReadOnlyList<DisputeLine> Waiting(string? session)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        return pens.Read(pen => LinesOf(pen, Waiting(pen, person.Id)));
    }

    /// <summary>Those that were answered last, the newest first; the same are left out.</summary>
    public IReadOnlyList<DisputeLine> Answered(string? session)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        return pens.Read(pen => LinesOf(pen, pen.Session[Over].All(Dispute.Of).Where(dispute => !HadAHand(pen, dispute.Entry, person.Id)).Take(MostAnswered)));
    }

    /// <summary>Answers one. That it is corrected can be said only once the entry was taken back, by two.</summary>
    public async Task<OfficeAnswer> Answer(string? session, string dispute, string verdict, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.RunSavings);
        if (!Verdicts.Contains(verdict))
            return OfficeAnswer.Not(OfficeRefusal.NoReason);
        var refusal = pens.Read(pen => pen.Session[One].All(Dispute.Of, dispute) is not [var one] || HadAHand(pen, one.Entry, person.Id) ? OfficeRefusal.NotToAnswer
            : verdict == Corrected && !pen.Ledger.IsReversed(one.Entry) ? OfficeRefusal.StillStands : null);
        if (refusal is not null)
            return OfficeAnswer.Not(refusal);
        return await desk.Answer(dispute, verdict, person.Id, cancel).ConfigureAwait(false) is SeatAnswer.Refused ? OfficeAnswer.Not(OfficeRefusal.NotToAnswer) : OfficeAnswer.Done;
    }

    /// <summary>Those that wait for somebody who may answer them.</summary>
    public static IReadOnlyList<Dispute> Waiting(OfficePen pen, string viewer) => [.. Dispute.Open(pen.Session, viewer).Where(dispute => !HadAHand(pen, dispute.Entry, viewer))];

    /// <summary>How many wait that none of these may answer, because each of them had a hand in it.</summary>
    public static int OfNobody(OfficePen pen, IReadOnlyList<string> officers) =>
        pen.Session[All].All(Dispute.Of).Count(dispute => officers.All(officer => HadAHand(pen, dispute.Entry, officer)));

    private static bool HadAHand(OfficePen pen, long seq, string who) => pen.Ledger.Entry(seq) is { } entry
        && (entry.Maker == who || entry.Confirmer == who || (entry.Hold is { } hold && pen.Ledger.Hold(hold)?.Maker == who));

    private List<DisputeLine> LinesOf(OfficePen pen, IEnumerable<Dispute> disputes)
    {
        var (everybody, lines) = (pen.Everybody().ToDictionary(one => one.Member.Id, StringComparer.Ordinal), new EntryLines(pen, names));
        return [.. disputes.Select(dispute => everybody.GetValueOrDefault(dispute.Member) is { } who && lines.Of(dispute.Entry) is { } line
            ? new DisputeLine(dispute, who, line, (int)(pen.Now - dispute.OpenedAt).TotalDays, dispute.ClosedAt is null && dispute.DueAt <= pen.Now, dispute.ClosedBy is { } by ? lines.NameOf(by) : "")
            : null).OfType<DisputeLine>()];
    }
}

/// <summary>A line that a member calls wrong.</summary>
/// <param name="Dispute">What she said.</param>
/// <param name="Who">She.</param>
/// <param name="Line">The entry.</param>
/// <param name="Age">Whole days since she said it.</param>
/// <param name="IsLate">It should have been answered by now.</param>
/// <param name="By">Who answered; empty for nobody.</param>
internal sealed record DisputeLine(Dispute Dispute, Enrolled Who, EntryLine Line, int Age, bool IsLate, string By);
