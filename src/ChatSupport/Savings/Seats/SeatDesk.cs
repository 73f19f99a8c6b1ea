using ChatSupport.Conversations;
using ChatSupport.Savings.Groups;
using ChatSupport.Staff.Audit;
using ChatSupport.Storage;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Savings.Seats;

/// <summary>What staff do about members' seats, the member being there. Who may is asked before; each act and its line in the audit log are one.</summary>
internal sealed class SeatDesk(StoreWriter writer, StoreReaders readers, GroupRows groups, KeyRing keys, AuditTrail trail, TimeProvider time, ScheduleBell? bell = null)
{
    /// <summary>How long a code works: she is there and types it.</summary>
    public static readonly TimeSpan CodeLasts = TimeSpan.FromMinutes(15);

    /// <summary>How long the other one of two has to agree.</summary>
    public static readonly TimeSpan AskLasts = TimeSpan.FromHours(1);

    /// <summary>How long money is free of a member's own limits.</summary>
    public static readonly TimeSpan ReleaseLasts = TimeSpan.FromHours(24);

    /// <summary>Makes a code that links the conversation in which she types it. An earlier one of hers ends.</summary>
    /// <param name="member">Opaque id.</param>
    /// <param name="by">Opaque id of who gives it to her.</param>
    /// <param name="cancel">Gives up waiting for a place.</param>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public Task<SeatAnswer> GiveCode(string member, string by, CancellationToken cancel) =>
        Do(member, by, "savings.seat-code", session => CodeFor(session, member, SeatCodeFor.Link), cancel);

    /// <summary>Makes a code that lets her choose a second PIN, which shows her other pocket as well, once two of the staff want it: it takes the place of a second one
    /// that she may have, and shows all.</summary>
    /// <inheritdoc cref="GiveCode"/>
    public Task<SeatAnswer> GiveSecondPin(string member, string by, CancellationToken cancel) => DoByTwo(member, by, SeatAskFor.Second, "savings.seat-second", session =>
        SeatRows.OfMember(session, member) is null ? No(SeatRefusal.NotLinked)
        : SeatRows.Pin(session, member) is not { Open: not null } ? No(SeatRefusal.NoPin) : null, session => CodeFor(session, member, SeatCodeFor.Second), cancel);

    /// <summary>Takes her PINs away, once two of the staff want it: the second to call it gets the code, after which she chooses a new one. For a day nothing is given to her.</summary>
    /// <inheritdoc cref="GiveCode"/>
    public Task<SeatAnswer> ResetPin(string member, string by, CancellationToken cancel) => DoByTwo(member, by, SeatAskFor.Reset, "savings.seat-reset", session => SeatRows.OfMember(session, member) is null ? No(SeatRefusal.NotLinked) : null, session =>
    {
        (SeatLimits.Of(session, member) with { CoolUntil = Now() + SeatLimits.Wait }).Save(session);
        return CodeFor(session, member, SeatCodeFor.Reset);
    }, cancel);

    /// <summary>Frees her money of her own limits for a day, once two of the staff want it: she is in danger.</summary>
    /// <inheritdoc cref="GiveCode"/>
    public Task<SeatAnswer> Release(string member, string by, CancellationToken cancel) => DoByTwo(member, by, SeatAskFor.Release, "savings.seat-release", _ => null, session =>
    {
        (SeatLimits.Of(session, member) with { FreeUntil = Now() + ReleaseLasts }).Save(session);
        return new SeatAnswer.Done();
    }, cancel);

    /// <summary>Her phone is lost: in one act nothing is shown there any more, and its chat is emptied.</summary>
    /// <inheritdoc cref="GiveCode"/>
    public Task<SeatAnswer> TakeOff(string member, string by, CancellationToken cancel) => Do(member, by, "savings.seat-off", session =>
    {
        SeatRows.DropCodes(session, member);
        if (SeatRows.OfMember(session, member) is not { } seat)
            return No(SeatRefusal.NotLinked);
        SeatRows.TakeOff(session, bell, seat.Conversation, Now());
        return new SeatAnswer.Done();
    }, cancel);

    /// <summary>How her seat stands; null where there is no such member.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public SeatStanding? Look(string member) => readers.Read(session =>
    {
        if (groups.Member(session, member) is null)
            return null;
        var (seat, pin, limits) = (SeatRows.OfMember(session, member), SeatRows.Pin(session, member), SeatLimits.Of(session, member));
        var locked = pin?.LockedUntil > Now() ? pin.LockedUntil : null;
        return new SeatStanding(seat is not null, seat?.LinkedAt, pin is { Open: not null }, pin?.Wrong ?? 0, locked, limits.CoolUntil > Now() ? limits.CoolUntil : null);
    });

    /// <summary>Notes when a group meets next; null where nobody knows.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public Task<SeatAnswer> SetMeeting(string group, DateOnly? day, string by, CancellationToken cancel) => writer.Write<SeatAnswer>(session =>
    {
        if (!GroupRows.HasGroup(session, group))
            return No(SeatRefusal.NoSuchGroup);
        if (day < PhnomPenh.DayOf(Now()))
            return No(SeatRefusal.NotThatDay);
        MeetingDay.Set(session, group, day);
        trail.Add(session, new AuditNote(by, "savings.meeting-day", group, day is { } known ? SeatRows.Text(known) : ""));
        return new SeatAnswer.Done();
    }, cancel);

    /// <summary>Lines that members say are wrong, the most urgent first; not those that the viewer recorded herself.</summary>
    /// <param name="viewer">Opaque id of who looks.</param>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public IReadOnlyList<Dispute> Disputes(string viewer) => readers.Read(session => Dispute.Open(session, viewer));

    /// <summary>Answers one.</summary>
    /// <param name="dispute">Opaque id.</param>
    /// <param name="verdict">A word: <c>right</c>, <c>corrected</c>, <c>withdrawn</c>.</param>
    /// <param name="by">Opaque id of who answers: never who recorded the line.</param>
    /// <param name="cancel">Gives up waiting for a place.</param>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public Task<SeatAnswer> Answer(string dispute, string verdict, string by, CancellationToken cancel) => writer.Write<SeatAnswer>(session =>
    {
        if (verdict.Length == 0 || !LedgerWords.IsReason(verdict))
            return No(SeatRefusal.NotAWord);
        if (!Dispute.Close(session, dispute, by, verdict, Now()))
            return No(SeatRefusal.NoSuchDispute);
        trail.Add(session, new AuditNote(by, "savings.dispute", dispute, verdict));
        return new SeatAnswer.Done();
    }, cancel);

    private Task<SeatAnswer> DoByTwo(string member, string by, SeatAskFor what, string act, Func<StoreSession, SeatAnswer?> no, Func<StoreSession, SeatAnswer> both, CancellationToken cancel) => Do(member, by, act, session =>
    {
        if (no(session) is { } refused)
            return refused;
        if (SeatRows.AskedBy(session, member, what, Now()) is { } other && other != by)
        {
            SeatRows.DropAsk(session, member, what);
            return both(session);
        }
        var until = Now() + AskLasts;
        SeatRows.Save(session, new SeatAsk { Member = member, For = what, By = by, Until = until });
        return new SeatAnswer.NeedsAnother(until);
    }, cancel);

    private Task<SeatAnswer> Do(string member, string by, string act, Func<StoreSession, SeatAnswer> what, CancellationToken cancel) => writer.Write(session =>
    {
        if (groups.Member(session, member) is null)
            return No(SeatRefusal.NoSuchMember);
        var answer = what(session);
        if (answer is not SeatAnswer.Refused)
            trail.Add(session, new AuditNote(by, act, member, answer is SeatAnswer.NeedsAnother ? "asked" : ""));
        return answer;
    }, cancel);

    private SeatAnswer.Code CodeFor(StoreSession session, string member, SeatCodeFor what)
    {
        var shown = SeatCode.Draw();
        var code = new SeatCode { Hash = SeatCode.HashOf(keys, SeatCode.Read(shown)!), Member = member, For = what, Until = Now() + CodeLasts };
        SeatRows.Add(session, code, Now());
        return new SeatAnswer.Code(shown, code.Until);
    }

    private static SeatAnswer.Refused No(SeatRefusal why) => new SeatAnswer.Refused(why);

    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
